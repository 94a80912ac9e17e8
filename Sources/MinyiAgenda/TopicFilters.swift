/// Which topics a profile lets onto the agenda.
public struct TopicFilters: Sendable, Equatable {
  /// Distinct texts at least, near copies counted as one; 0 lets every topic on.
  public var minimumTexts = 0
  /// Opinions at least, copies included; 0 lets every topic on.
  public var minimumPosts = 0
  /// Distinct places at least; 0 lets every topic on.
  public var minimumPlaces = 0
  /// 0...100.
  public var minimumScore = 0.0
  /// Tiers that are wanted; empty: all.
  public var tiers: Set<Tier> = []

  /// Filters that let every topic on.
  public init() {}

  /// Why `topic` stays off the agenda; empty where it does not.
  func reasons(against topic: Topic, minimumPeople: Int, places: Int) -> [Wording] {
    var reasons: [Wording] = []
    func require(_ found: Int, _ least: Int, _ zh: String, _ en: String) {
      if found < least {
        reasons.append(
          Wording("\(found) \(zh)，方案要求至少 \(least) \(zh)", "\(found) \(en), the profile asks for \(least)"))
      }
    }
    require(topic.people, minimumPeople, "人", "people")
    require(topic.texts, minimumTexts, "种文本", "texts")
    require(topic.posts, minimumPosts, "条", "posts")
    require(places, minimumPlaces, "个地区", "places")
    if topic.score < minimumScore {
      reasons.append(
        Wording(
          "得分 \(decimal(topic.score, 2))，方案要求至少 \(decimal(minimumScore, 2))",
          "score \(decimal(topic.score, 2)), the profile asks for \(decimal(minimumScore, 2))"))
    }
    if !tiers.isEmpty, !tiers.contains(topic.route.tier) {
      let wanted = Tier.allCases.filter { tiers.contains($0) }.map(\.wording)
      reasons.append(
        Wording(
          "层级是\(topic.route.tier.wording.zh)，方案只要\(wanted.map(\.zh).joined(separator: "、"))",
          "tier \(topic.route.tier.wording.en), the profile wants \(wanted.map(\.en).joined(separator: ", "))"
        ))
    }
    return reasons
  }
}
