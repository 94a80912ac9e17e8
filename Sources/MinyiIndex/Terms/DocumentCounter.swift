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

  /// The counts of all documents that have ended. O(entries × log entries of a document + terms × log terms).
  package func counted() -> TermCounts {
    // 1. terms in the order of their units
    let sorted = table.list.sorted(Array(0..<table.count))
    var list = TermList()
    var numbers = [Int32](repeating: 0, count: sorted.count)
    for (number, term) in sorted.enumerated() {
      numbers[term] = Int32(number)
      table.list.withUnits(of: term) { list.append($0) }
    }
    // 2. entries in the order of their terms
    var (terms, counts) = (terms, counts)
    /// Number · 2³² + count.
    var entries: [UInt64] = []
    for (start, end) in zip(rowStarts, rowStarts.dropFirst()) {
      entries.removeAll(keepingCapacity: true)
      for entry in start..<end {
        entries.append(UInt64(numbers[Int(terms[entry])]) << 32 | UInt64(counts[entry]))
      }
      entries.sort()
      for (place, entry) in zip(start..<end, entries) {
        terms[place] = Int32(entry >> 32)
        counts[place] = UInt32(truncatingIfNeeded: entry)
      }
    }
    return TermCounts(list: list, rowStarts: rowStarts, terms: terms, counts: counts)
  }
}
