/// An opinion's number in its workspace. Stable for the life of the workspace, never reused.
public struct OpinionID: RawRepresentable, Hashable, Sendable, Comparable {
  public var rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  public static func < (a: OpinionID, b: OpinionID) -> Bool { a.rawValue < b.rawValue }
}

/// The number of a concern (诉求点), from 1: by size in a first run; in later runs a concern that lives on keeps its own.
public struct ConcernID: RawRepresentable, Hashable, Sendable, Comparable {
  public var rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  public static func < (a: ConcernID, b: ConcernID) -> Bool { a.rawValue < b.rawValue }
}

/// The number of a theme (主题), from 1, in the order of size.
public struct ThemeID: RawRepresentable, Hashable, Sendable, Comparable {
  public var rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  public static func < (a: ThemeID, b: ThemeID) -> Bool { a.rawValue < b.rawValue }
}

/// A person as a keyed hash of the author column: people can be counted, not named.
public struct AuthorHash: RawRepresentable, Hashable, Sendable, Comparable {
  public var rawValue: UInt64

  public init(rawValue: UInt64) { self.rawValue = rawValue }

  public static func < (a: AuthorHash, b: AuthorHash) -> Bool { a.rawValue < b.rawValue }
}
