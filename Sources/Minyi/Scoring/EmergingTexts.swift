import MinyiModel
import Synchronization

/// Texts that are like nothing known, as they are scored: an even sample of bounded size, the same in whatever order they
/// come.
///
/// Kept are the texts with the smallest content hashes, each with the number of its opinions. Thread-safe.
public final class EmergingTexts: Sendable {
  /// A text with the first line that it stands on.
  struct Text: Sendable {
    var hash: ContentHash
    var count: Int
    var line: Int
    var id: String?
    var title: String
    var body: String
  }

  private struct State {
    var texts: [ContentHash: Text] = [:]
    /// Texts with a hash above are left out.
    var highest = ContentHash(high: .max, low: .max)
    var seenCount = 0
  }

  /// Distinct texts that are kept.
  public let limit: Int
  /// A character more says little about what a text is about.
  private static let characterLimit = 2_000
  private let state = Mutex(State())

  /// Texts kept at most; less than 1 counts as 1.
  public init(limit: Int = 20_000) { self.limit = max(1, limit) }

  /// New opinions that were seen.
  public var seenCount: Int { state.withLock { $0.seenCount } }

  /// By hash.
  var texts: [Text] {
    state.withLock { Array($0.texts.values.sorted { $0.hash < $1.hash }.prefix(limit)) }
  }

  func add(_ score: OpinionScore, hash: ContentHash, line: Int, id: String?) {
    state.withLock { state in
      state.seenCount += 1
      guard hash <= state.highest else { return }
      if var known = state.texts[hash] {
        known.count += 1
        // Threads come in no order.
        if line < known.line {
          (known.line, known.id, known.title) = (line, id, score.title)
          known.body = EmergingTexts.beginning(of: score.body)
        }
        state.texts[hash] = known
        return
      }
      state.texts[hash] = Text(
        hash: hash, count: 1, line: line, id: id, title: score.title,
        body: EmergingTexts.beginning(of: score.body))
      // Cut down now and then: sorting costs as much for one as for all.
      if state.texts.count >= limit + limit / 2 + 8 {
        let hashes = state.texts.keys.sorted()
        for hash in hashes[limit...] { state.texts[hash] = nil }
        state.highest = hashes[limit - 1]
      }
    }
  }

  private static func beginning(of body: String) -> String {
    body.utf8.count <= characterLimit ? body : String(body.prefix(characterLimit))
  }
}
