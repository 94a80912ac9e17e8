/// What became of a concern from one period to the next.
public enum ChangeKind: String, Sendable, Codable, CaseIterable {
  /// Its share rose, sure at the false discovery rate.
  case risen
  /// It was never heard before.
  case new
  /// Silent from the start of the period before to the start of this one, but heard earlier.
  case returned
  /// Its share fell, sure at the false discovery rate.
  case fallen
  /// Heard in the period before, not in this one.
  case gone
  /// No change that can be told from chance.
  case steady
  /// Too few cases.
  case unknown

  /// The word for readers.
  public var wording: Wording {
    switch self {
    case .risen: Wording("上升", "risen")
    case .new: Wording("新增", "new")
    case .returned: Wording("复现", "returned")
    case .fallen: Wording("下降", "fallen")
    case .gone: Wording("消失", "gone")
    case .steady: Wording("无明显变化", "no clear change")
    case .unknown: Wording("件数太少", "too few cases")
    }
  }
}
