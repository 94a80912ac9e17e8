/// A way to look at the topics.
public enum Lens: String, Sendable, Codable, CaseIterable {
  /// By score.
  case top
  /// By momentum, growing ones only.
  case rising
  /// By persistence: quiet but long.
  case lasting
  /// By severity, less where few people speak for it: few but grave.
  case severe

  /// What a topic's momentum must be for `rising`.
  static let leastMomentum = 0.5

  /// What the lens orders by, from its criterion's `value` and the people behind it.
  ///
  /// Severity is a mean over people, and a mean over two says little: it counts n / (n + 3), as if three more had
  /// written without a grave word.
  func key(_ value: Double, people: Int) -> Double {
    self == .severe ? value * Double(people) / Double(people + 3) : value
  }

  var criterion: CriterionName? {
    switch self {
    case .top: nil
    case .rising: .momentum
    case .lasting: .persistence
    case .severe: .severity
    }
  }
}

extension Lens {
  /// The key of `topic`; 0 where the lens goes by the score or the criterion was dropped.
  func key(of topic: Topic) -> Double {
    criterion.flatMap { topic.value(of: $0) }.map { key($0, people: topic.people) } ?? 0
  }
}

extension Lens {
  /// What the lens orders `topic` by; 0 where it leaves the topic out or goes by the score.
  public func value(of topic: Topic) -> Double {
    if self == .rising, (topic.value(of: .momentum) ?? 0) < Lens.leastMomentum { return 0 }
    return key(of: topic)
  }
}
