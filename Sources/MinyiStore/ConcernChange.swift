public import MinyiModel

/// What became of a concern from one run to the next.
public struct ConcernChange: Sendable, Equatable {
  /// How a concern changed.
  public enum Kind: String, Sendable, CaseIterable {
    /// `merged`: it went into `other`. `split`: most of it came out of `other`. `ended`: no concern holds more than
    /// half of it.
    case born, merged, split, ended
  }

  /// What happened to `concern`.
  public var kind: Kind
  /// The concern that it happened to: of a merger the one that is gone, of a split the new one.
  public var concern: ConcernID
  /// The concern that it went into or came out of.
  public var other: ConcernID?

  /// `other` is nil where a concern was born or ended.
  public init(_ kind: Kind, _ concern: ConcernID, _ other: ConcernID? = nil) {
    self.kind = kind
    self.concern = concern
    self.other = other
  }
}
