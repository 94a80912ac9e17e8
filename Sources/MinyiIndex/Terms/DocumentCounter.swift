/// Counts the terms of documents, one after the other.
public struct DocumentCounter: Sendable {
  private var table = TermTable()
  private var rowStarts = [0]
  private var terms: [Int32] = []
  private var counts: [UInt32] = []

  private let titleWeight: UInt32
  /// Position in `terms` of a term in the present document, by term; below the row's start if it has none yet.
  private var positions: [Int] = []

  package init(titleWeight: Int) { self.titleWeight = UInt32(max(1, titleWeight)) }

  /// Counts one occurrence of `term` in the present document.
  public mutating func add(_ term: Slice<UnsafeBufferPointer<UInt16>>, inTitle: Bool) {
    let number = table.insert(term)
    if Int(number) == positions.count { positions.append(-1) }
    let weight = inTitle ? titleWeight : 1
    let position = positions[Int(number)]
    if position >= rowStarts[rowStarts.count - 1] {
      counts[position] += weight
    } else {
      positions[Int(number)] = terms.count
      terms.append(number)
      counts.append(weight)
    }
  }

  /// Ends the present document.
  public mutating func endDocument() { rowStarts.append(terms.count) }

  /// The counts of all documents that have ended.
  package func counted() -> TermCounts {
    TermCounts(list: table.list, rowStarts: rowStarts, terms: terms, counts: counts)
  }
}
