/// Which tokens count as terms: the stop words and function characters left out.
public struct TermRules: Sendable {
  private let stopWords: WordTrie
  private let functionCharacters: [Bool]

  /// Rules that leave out `stopWords` and, as single characters or parts of a pair, `functionCharacters`.
  public init(stopWords: some Sequence<String> = [], functionCharacters: some Sequence<String> = []) {
    self.stopWords = WordTrie(stopWords.map { (word: $0, value: 1) })
    var table = [Bool](repeating: false, count: 0x10000)
    for text in functionCharacters {
      if let unit = text.utf16.first, text.utf16.count == 1 { table[Int(unit)] = true }
    }
    self.functionCharacters = table
  }

  /// True for a character that belongs to grammar rather than to a name.
  @inline(__always)
  func isFunction(_ unit: UInt16) -> Bool { functionCharacters[Int(unit)] }

  /// True if `token` may stand as a term or as a part of a joined pair.
  @inline(__always)
  public func isContent(_ token: Token, in text: UnsafeBufferPointer<UInt16>) -> Bool {
    switch token.kind {
    case .han:
      token.length == 1
        ? !functionCharacters[Int(text[Int(token.start)])] : stopWords.value(of: text[token.range]) < 0
    case .letter: token.length >= 2 && stopWords.value(of: text[token.range]) < 0
    case .number, .other: false
    }
  }
}
