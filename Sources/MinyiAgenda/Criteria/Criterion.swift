/// One measure of how much a concern deserves the table. Its curve to [0, 1] is fixed, so that the scores of two
/// months compare.
public protocol Criterion: Sendable {
  /// The key in profiles and JSON.
  var name: CriterionName { get }
  /// Why the collection does not allow this criterion, or nil.
  func obstacle(in collection: CollectionFacts) -> Wording?
  /// The measure of one topic. More people, everything else equal, never lowers `value`.
  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure
}

/// The criteria by name, in the order in which they are shown.
public enum CriterionName: String, CaseIterable, Sendable, Codable {
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

/// A sentence in both languages.
public struct Wording: Sendable, Equatable {
  public var zh: String
  public var en: String

  public init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }
}

/// A criterion applied to a topic.
public struct Measure: Sendable, Equatable {
  /// In `unit`.
  public var raw: Double
  public var unit: String
  /// 0...1 by the criterion's curve.
  public var value: Double
  /// How `value` came about.
  public var reason: Wording

  public init(raw: Double, unit: String, value: Double, reason: Wording) {
    self.raw = raw
    self.unit = unit
    self.value = Swift.min(1, Swift.max(0, value))
    self.reason = reason
  }
}
