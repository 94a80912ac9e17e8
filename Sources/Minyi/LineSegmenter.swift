public import MinyiText

/// Segments texts line by line, as `minyi segment` does.
public struct LineSegmenter {
  private let cleaner = Cleaner()
  private let segmenter: Segmenter
  private let isRaw: Bool

  /// - Parameters:
  ///   - dictionaries: where the words come from.
  ///   - isRaw: leave the text as it is: the tokens joined are the line.
  ///   - engine: the compiled dictionary, or ICU's own iterator.
  public init(dictionaries: Dictionaries, isRaw: Bool, engine: Segmenter.Engine = .compiled) throws {
    segmenter = try Segmenter(dictionary: dictionaries.lexicon.compiled(), engine: engine)
    self.isRaw = isRaw
  }

  /// The tokens of `line` as text, white space left out.
  public func tokens(of line: String) throws -> [(text: String, kind: TokenKind)] {
    let units = isRaw ? Array(line.utf16) : cleaner.clean(line).units
    return try segmenter.tokens(of: units).compactMap { token in
      let text = String(decoding: units[token.range], as: UTF16.self)
      return text.allSatisfy(\.isWhitespace) ? nil : (text, token.kind)
    }
  }
}
