import MinyiStore
import MinyiText

/// Cuts texts for the search index as `CharacterPairs` does.
final class PairTokenizer: SearchTokenizer {
  private let pairs = CharacterPairs()

  init() {}

  /// Normalising depends on ICU.
  static var version: String { "1 \(Version.icu)" }

  func forEachToken(
    of text: UnsafeBufferPointer<UInt8>, isQuery: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Int32
  ) -> Int32 {
    pairs.forEachToken(of: text, isQuery: isQuery, body)
  }
}
