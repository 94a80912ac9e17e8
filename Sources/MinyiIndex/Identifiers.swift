/// The number of a distinct term, dense in 0..<count, in the order of the terms' UTF-16 units.
public struct TermID: RawRepresentable, Hashable, Sendable, Comparable {
  public var rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (a: TermID, b: TermID) -> Bool { a.rawValue < b.rawValue }
}

/// The number of a distinct text, dense in 0..<count, in the order of the texts' content hashes.
public struct DocumentID: RawRepresentable, Hashable, Sendable, Comparable {
  public var rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (a: DocumentID, b: DocumentID) -> Bool { a.rawValue < b.rawValue }

  /// The number as `Int`, for arrays by document.
  public var index: Int { Int(rawValue) }
}
