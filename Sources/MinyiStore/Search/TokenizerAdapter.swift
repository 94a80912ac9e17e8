import GRDB

/// A `SearchTokenizer` as FTS5 knows it, under the name `minyi`.
final class TokenizerAdapter<Tokenizer: SearchTokenizer>: FTS5CustomTokenizer {
  static var name: String { "minyi" }

  private let tokenizer = Tokenizer()

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?,
    nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return 0 }
    return pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) { bytes in
      let text = UnsafeBufferPointer(start: bytes, count: Int(nText))
      return tokenizer.forEachToken(of: text, isQuery: tokenization.contains(.query)) { token in
        token.withMemoryRebound(to: CChar.self) { token in
          // Where a token stands in the text is asked for by `highlight()` only, which is not used.
          tokenCallback(context, 0, token.baseAddress, CInt(token.count), 0, 0)
        }
      }
    }
  }
}

extension SearchTokenizer {
  static func register(in db: Database) { db.add(tokenizer: TokenizerAdapter<Self>.self) }
}
