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
