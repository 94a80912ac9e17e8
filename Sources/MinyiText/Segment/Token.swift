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
  public var start: Int32
  public var end: Int32
  public var kind: TokenKind

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

  public var range: Range<Int> { Int(start)..<Int(end) }
  public var length: Int { Int(end - start) }
}
