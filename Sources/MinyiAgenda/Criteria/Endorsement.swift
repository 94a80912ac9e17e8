/// How others judged the posts: likes less dislikes, each post's surplus at most `mostPerPost`.
///
/// value = ln(1 + surplus) / ln(1001): the cap and the curve keep one famous post from drowning many people.
struct Endorsement: Criterion {
  let name = CriterionName.endorsement
  var full = CurveParameters().endorsementFull
  var mostPerPost = Int(CurveParameters().endorsementPerPost)

  func obstacle(in collection: CollectionFacts) -> Wording? {
    collection.hasLikes ? nil : Wording("没有点赞列", "there is no column of likes")
  }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    let likes = topic.opinions.reduce(0) { $0 + Int($1.likes ?? 0) }
    let dislikes = topic.opinions.reduce(0) { $0 + Int($1.dislikes ?? 0) }
    let surplus = topic.opinions.reduce(0) { sum, opinion in
      sum + max(0, min(mostPerPost, Int(opinion.likes ?? 0) - Int(opinion.dislikes ?? 0)))
    }
    return Measure(
      raw: Double(surplus), unit: "likes", value: Curve.logarithmic(Double(surplus), full: full),
      evidence: { topic.opinions.ids { ($0.likes ?? 0) > ($0.dislikes ?? 0) } },
      reason: Wording("点赞 \(likes)，反对 \(dislikes)", "\(likes) likes, \(dislikes) dislikes"))
  }

  func raw(at value: Double, from measure: Measure) -> Double? {
    value <= 1 ? Curve.logarithmicInverse(value, full: full) : nil
  }
}
