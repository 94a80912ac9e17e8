public import MinyiModel

/// A concern as it stands on the agenda.
public struct Topic: Sendable, Equatable {
  public var rank: Int
  /// Bounds of the rank over resampled people (the middle 90 %).
  public var rankLow: Int
  public var rankHigh: Int
  public var concern: ConcernID
  public var label: String
  public var theme: ThemeID?
  /// 0...100.
  public var score: Double
  public var people: Int
  public var texts: Int
  public var posts: Int
  public var route: Route
  public var criteria: [CriterionScore]
}

/// One term of a score.
public struct CriterionScore: Sendable, Equatable {
  public var name: CriterionName
  public var measure: Measure
  public var weight: Double
  /// 100 · weight · value / sum of weights. The points of a topic add up to its score.
  public var points: Double
}

/// The ranked topics for one profile.
public struct Agenda: Sendable, Equatable {
  public var profile: String
  public var lens: Lens
  public var topics: [Topic]
  /// Criteria that the collection does not allow, with the reason.
  public var dropped: [DroppedCriterion]
}

/// A criterion that takes no weight, and why.
public struct DroppedCriterion: Sendable, Equatable {
  public var name: CriterionName
  public var reason: Wording
}

/// A way to look at the topics.
public enum Lens: String, Sendable, Codable, CaseIterable {
  /// By score.
  case top
  /// By momentum, growing ones only.
  case rising
  /// By persistence: quiet but long.
  case lasting
  /// By severity: few but grave.
  case severe

  var criterion: CriterionName? {
    switch self {
    case .top: nil
    case .rising: .momentum
    case .lasting: .persistence
    case .severe: .severity
    }
  }
}
