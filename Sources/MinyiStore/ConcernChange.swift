public import MinyiModel

/// What became of a concern from one run to the next.
public struct ConcernChange: Sendable, Equatable {
  /// How a concern changed.
  public enum Kind: String, Sendable, CaseIterable {
    case born, merged, split, ended
  }

  public var kind: Kind
  public var concern: ConcernID
  /// The concern that it went into or came out of.
  public var other: ConcernID?

  public init(_ kind: Kind, _ concern: ConcernID, _ other: ConcernID? = nil) {
    self.kind = kind
    self.concern = concern
    self.other = other
  }
}
