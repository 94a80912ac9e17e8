/// The criteria by name, in the order in which they are shown.
public enum CriterionName: String, CaseIterable, Sendable, Codable {
  /// How many people, where, how long, whether growing, liked by how many, how grave, how doable, how much to talk
  /// over.
  case reach, spread, persistence, momentum, endorsement, severity, actionability, deliberation

  /// The word for readers.
  public var wording: Wording {
    switch self {
    case .reach: Wording("涉及人数", "reach")
    case .spread: Wording("涉及地区", "spread")
    case .persistence: Wording("持续时间", "persistence")
    case .momentum: Wording("近期走势", "momentum")
    case .endorsement: Wording("群众支持", "endorsement")
    case .severity: Wording("严重程度", "severity")
    case .actionability: Wording("可操作性", "actionability")
    case .deliberation: Wording("协商价值", "deliberation")
    }
  }
}
