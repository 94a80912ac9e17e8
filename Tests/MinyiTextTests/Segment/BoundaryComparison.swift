import MinyiModel
import MinyiText
import Testing

/// The boundaries of the compiled dictionary beside those of ICU. One for each thread, used for many texts, so
/// that whatever a text leaves behind meets the next.
struct BoundaryComparison {
  static let dictionary = CompiledDictionary.icu()

  private let segmenter: Segmenter
  private let icu: ICUBoundaries

  init(dictionary: CompiledDictionary = BoundaryComparison.dictionary) throws {
    segmenter = try Segmenter(dictionary: dictionary)
    // Otherwise ICU would be compared with itself.
    try #require(segmenter.engine == .compiled, "\(String(describing: segmenter.dictionary.problem))")
    icu = try ICUBoundaries()
  }

  /// A shortest form of `text` that is cut in another way than ICU cuts it, with both; nil: there is none.
  func difference(in text: [UInt16]) throws -> String? {
    guard try differs(text) else { return nil }
    var shortest = text
    var size = max(1, text.count / 2)
    while true {
      var start = 0
      while start < shortest.count {
        var shorter = shortest
        shorter.removeSubrange(start..<min(start + size, shortest.count))
        if try differs(shorter) { shortest = shorter } else { start += size }
      }
      if size == 1 { break }
      size /= 2
    }
    let compiled = try segmenter.tokens(of: shortest).map(\.end)
    return "\(shown(shortest)): compiled \(compiled), ICU \(try icu.ends(of: shortest))"
  }

  private func differs(_ text: [UInt16]) throws -> Bool {
    try segmenter.tokens(of: text).map(\.end) != icu.ends(of: text)
  }

  /// The first difference in each chunk of `count` texts, which `texts` makes for a range of their numbers.
  static func differences(
    count: Int, chunkSize: Int, _ texts: @Sendable (Range<Int>) -> [[UInt16]]
  ) throws -> [String] {
    let chunks = ParallelChunks(threadCount: ParallelChunks.availableThreadCount)
    return try chunks.map(count: count, chunkSize: chunkSize) { range in
      let comparison = try BoundaryComparison()
      for text in texts(range) {
        if let difference = try comparison.difference(in: text) { return difference }
      }
      return nil
    }.compactMap { (difference: String?) in difference }
  }
}
