/// How many people raise the concern: distinct authors, or distinct texts where authors are unknown.
///
/// value = ln(1 + people) / ln(101): 10 people give .52, 50 give .85, 100 and more give 1.
struct Reach: Criterion {
  let name = CriterionName.reach

  func obstacle(in collection: CollectionFacts) -> Wording? { nil }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    let people = topic.peopleCount
    let unit = collection.hasAuthors ? "people" : "texts"
    return Measure(
      raw: Double(people), unit: unit, value: Curve.logarithmic(Double(people), full: 100),
      reason: collection.hasAuthors
        ? Wording(
          "\(people) 人、\(topic.textCount) 种文本、\(topic.postCount) 条",
          "\(people) people, \(topic.textCount) texts, \(topic.postCount) posts")
        : Wording("无作者列，按 \(people) 种文本计", "no author column: \(people) distinct texts"))
  }
}
