public import MinyiModel

/// What an analyst changed in the results. It holds for later runs as well, as long as the concern lives on.
public enum ConcernEdit: Sendable, Equatable {
  /// The concern is called so from now on.
  case label(ConcernID, String)
  /// The concern stays off the agenda; its opinions remain in it.
  case hide(ConcernID)
  /// The concern comes back onto the agenda.
  case unhide(ConcernID)
  /// The second concern goes into the first.
  case merge(ConcernID, ConcernID)
  /// The opinions with these keys, and all with the same text, go from the first concern into the second, a new one.
  case split(ConcernID, into: ConcernID, keys: [String])

  /// The concern that is edited: of a merger the one that stays, of a split the one that loses opinions.
  public var concern: ConcernID {
    switch self {
    case .label(let concern, _), .hide(let concern), .unhide(let concern), .merge(let concern, _),
      .split(let concern, _, _):
      concern
    }
  }
}
