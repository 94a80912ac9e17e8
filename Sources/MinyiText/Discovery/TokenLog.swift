/// The tokens of texts as far as finding words needs them, so that texts are read and segmented once.
///
/// Han tokens are kept whole, of other tokens one unit at each end. Two bytes a unit and one a token: about 250
/// bytes an opinion of a hundred characters.
struct TokenLog: Sendable {
  private var units: [UInt16] = []
  /// Length in the low six bits, kind in the high two.
  private var tokens: [UInt8] = []
  /// Of every part: its text, and where its units and tokens end.
  private var parts: [(text: Int32, unitEnd: Int, tokenEnd: Int)] = []

  private static let longest = 63

  /// Appends a part of `text`.
  mutating func append(_ text: Int, _ part: UnsafeBufferPointer<UInt16>, _ tokens: [Token]) {
    for token in tokens {
      if token.kind == .han, token.length <= TokenLog.longest {
        units.append(contentsOf: part[token.range])
        self.tokens.append(UInt8(token.length) | token.kind.rawValue << 6)
      } else {
        units.append(part[Int(token.start)])
        units.append(part[Int(token.end) - 1])
        self.tokens.append(2 | (token.kind == .han ? TokenKind.letter : token.kind).rawValue << 6)
      }
    }
    parts.append((Int32(truncatingIfNeeded: text), units.count, self.tokens.count))
  }

  /// Calls `body` with every part in the order of appending. O(units).
  func forEachPart(_ body: (_ text: Int, UnsafeBufferPointer<UInt16>, [Token]) -> Void) {
    var scratch: [Token] = []
    var (unitStart, tokenStart) = (0, 0)
    units.withUnsafeBufferPointer { units in
      for part in parts {
        scratch.removeAll(keepingCapacity: true)
        var start = 0
        for token in tokens[tokenStart..<part.tokenEnd] {
          let end = start + Int(token & 63)
          scratch.append(Token(start: start, end: end, kind: TokenKind(rawValue: token >> 6) ?? .other))
          start = end
        }
        body(Int(part.text), UnsafeBufferPointer(rebasing: units[unitStart..<part.unitEnd]), scratch)
        (unitStart, tokenStart) = (part.unitEnd, part.tokenEnd)
      }
    }
  }
}
