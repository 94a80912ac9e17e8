/// The three tiers of consultation.
public enum Tier: String, Sendable, Codable, CaseIterable {
  /// 要事会商: the county.
  case county
  /// 专事专商: a committee or several departments.
  case committee
  /// 众事众商: the town or street.
  case town

  /// The word for readers.
  public var wording: Wording {
    switch self {
    case .county: Wording("要事会商", "county")
    case .committee: Wording("专事专商", "committee")
    case .town: Wording("众事众商", "town")
    }
  }
}
