/// What a token is made of.
public enum TokenKind: UInt8, Sendable {
  /// Han characters.
  case han
  /// Letters of another script, possibly with digits: `wifi`, `a3`.
  case letter
  /// Digits alone, with their separators.
  case number
  /// Punctuation, symbols, white space.
  case other
}

/// A piece of a text between two word boundaries: UTF-16 offsets, half open.
public struct Token: Sendable, Hashable {
  /// The offset of the first unit.
  public var start: Int32
  /// The offset behind the last unit.
  public var end: Int32
  /// Of the token as a whole; one that was joined may have that of its first piece.
  public var kind: TokenKind

  /// A token of a text of less than 2^31 units.
  public init(start: Int, end: Int, kind: TokenKind) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.kind = kind
  }

  @inline(__always)
  init(_ piece: Piece) {
    start = piece.start
    end = piece.end
    kind = UnitTable.kind(piece.entry)
  }

  /// The offsets as `Int`, for slices.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// UTF-16 units.
  public var length: Int { Int(end - start) }
}
