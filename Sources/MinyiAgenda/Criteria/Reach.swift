/// How many people raise the concern: distinct authors, or distinct texts where authors are unknown.
///
/// value = ln(1 + people) / ln(101): 10 people give .52, 50 give .85, 100 and more give 1.
struct Reach: Criterion {
  let name = CriterionName.reach
  var full = CurveParameters().reachFull

  func obstacle(in collection: CollectionFacts) -> Wording? { nil }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    let people = topic.peopleCount
    let unit = collection.hasAuthors ? "people" : "texts"
    return Measure(
      raw: Double(people), unit: unit, value: Curve.logarithmic(Double(people), full: full),
      evidence: { topic.opinions.ids() },
      reason: collection.hasAuthors
        ? Wording(
          "\(people) 人、\(topic.textCount) 种文本、\(topic.postCount) 条",
          "\(people) people, \(topic.textCount) texts, \(topic.postCount) posts")
        : Wording("无作者列，按 \(people) 种文本计", "no author column: \(people) distinct texts"))
  }

  func raw(at value: Double, from measure: Measure) -> Double? {
    value <= 1 ? Curve.logarithmicInverse(value, full: full) : nil
  }
}
