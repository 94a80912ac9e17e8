import MinyiModel

/// Weighs the terms of a document, of the collection or new to it, as `DocumentVectors` says.
public struct TermWeighting: Sendable {
  /// 1 + ln((1 + N) / (1 + df)) by term id.
  public let inverseDocumentFrequencies: [Double]
  /// 1 + ln count, by count; larger ones are computed.
  private let frequencies: [Double]

  private static let tabledCount = 64

  /// Weighs as in a collection of `documentCount` documents with the document frequencies of `vocabulary`.
  public init(vocabulary: Vocabulary, documentCount: Int) {
    let total = Double(documentCount)
    inverseDocumentFrequencies = vocabulary.documentFrequencies.map {
      1 + naturalLog((1 + total) / (1 + Double($0)))
    }
    frequencies = (0..<TermWeighting.tabledCount).map { 1 + naturalLog(Double(max(1, $0))) }
  }

  /// Writes the weight of every term, which are ascending, so that their sum is the same wherever it is taken.
  ///
  /// The weights make a vector of the length `DocumentVectors.unit`. O(terms).
  @inline(__always)
  public func weigh(
    _ terms: UnsafeBufferPointer<UInt32>, _ counts: UnsafeBufferPointer<UInt32>,
    into weights: UnsafeMutableBufferPointer<Int32>
  ) {
    var squares = 0.0
    for i in terms.indices {
      let weight = weight(count: counts[i], of: terms[i])
      squares += weight * weight
    }
    guard squares > 0 else { return }
    let scale = DocumentVectors.unit / squares.squareRoot()
    for i in terms.indices {
      weights[i] = Int32((weight(count: counts[i], of: terms[i]) * scale).rounded())
    }
  }

  @inline(__always)
  private func weight(count: UInt32, of term: UInt32) -> Double {
    let frequency =
      count < TermWeighting.tabledCount ? frequencies[Int(count)] : 1 + naturalLog(Double(count))
    return frequency * inverseDocumentFrequencies[Int(term)]
  }
}
