/// Term counts of a run of documents, under numbers of its own.
public struct DocumentCounter: Sendable {
  package private(set) var table = TermTable()
  package private(set) var documentFrequencies: [Int32] = []
  package private(set) var rowStarts = [0]
  package private(set) var terms: [Int32] = []
  package private(set) var counts: [UInt32] = []

  private let titleWeight: UInt32
  /// Position in `terms` of a term in the present document, by term; below the row's start if it has none yet.
  private var positions: [Int] = []

  package init(titleWeight: Int) { self.titleWeight = UInt32(max(1, titleWeight)) }

  package var documentCount: Int { rowStarts.count - 1 }

  /// Counts one occurrence of `term` in the present document.
  public mutating func add(_ term: Slice<UnsafeBufferPointer<UInt16>>, inTitle: Bool) {
    let number = table.insert(term)
    if Int(number) == positions.count {
      positions.append(-1)
      documentFrequencies.append(0)
    }
    let weight = inTitle ? titleWeight : 1
    let position = positions[Int(number)]
    if position >= rowStarts[rowStarts.count - 1] {
      counts[position] += weight
    } else {
      positions[Int(number)] = terms.count
      documentFrequencies[Int(number)] += 1
      terms.append(number)
      counts.append(weight)
    }
  }

  /// Ends the present document.
  public mutating func endDocument() { rowStarts.append(terms.count) }
}
