/// How others judged the posts: likes less dislikes, each post's surplus at most 200.
///
/// value = ln(1 + surplus) / ln(1001): the cap and the curve keep one famous post from drowning many people.
struct Endorsement: Criterion {
  let name = CriterionName.endorsement
  static let mostPerPost: Int32 = 200

  func obstacle(in collection: CollectionFacts) -> Wording? {
    collection.hasLikes ? nil : Wording("没有点赞列", "there is no column of likes")
  }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    let likes = topic.opinions.reduce(0) { $0 + Int($1.likes ?? 0) }
    let dislikes = topic.opinions.reduce(0) { $0 + Int($1.dislikes ?? 0) }
    let surplus = topic.opinions.reduce(0) { sum, opinion in
      sum + Int(max(0, min(Endorsement.mostPerPost, (opinion.likes ?? 0) - (opinion.dislikes ?? 0))))
    }
    return Measure(
      raw: Double(surplus), unit: "likes", value: Curve.logarithmic(Double(surplus), full: 1000),
      reason: Wording("点赞 \(likes)，反对 \(dislikes)", "\(likes) likes, \(dislikes) dislikes"))
  }
}
