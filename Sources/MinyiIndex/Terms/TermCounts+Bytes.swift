package import MinyiModel

extension TermCounts {
  /// Counts above this stand in a list of their own; nearly all are 1 or 3.
  private static let largestShortCount: UInt32 = 254

  package func write(to writer: inout ArrayWriter) {
    writer.append(list.units)
    writer.append(list.starts.map { UInt32($0) })
    writer.append(rowStarts.map { UInt32($0) })
    writer.append(terms)
    writer.append(counts.map { UInt8(min($0, TermCounts.largestShortCount + 1)) })
    writer.append(counts.filter { $0 > TermCounts.largestShortCount })
  }

  /// The counts that `reader` stands before; nil if what it finds is none.
  package init?(from reader: inout ArrayReader) {
    guard let units = reader.next(UInt16.self), let starts = reader.next(UInt32.self),
      let rowStarts = reader.next(UInt32.self), let terms = reader.next(Int32.self),
      let shortCounts = reader.next(UInt8.self), let longCounts = reader.next(UInt32.self),
      let list = TermList(units: units, starts: starts.map { Int($0) }),
      rowStarts.first == 0, Int(rowStarts[rowStarts.count - 1]) == terms.count,
      zip(rowStarts, rowStarts.dropFirst()).allSatisfy({ $0 <= $1 }), shortCounts.count == terms.count,
      TermCounts.areAscending(terms, rowStarts, termCount: list.count),
      shortCounts.count(where: { UInt32($0) > TermCounts.largestShortCount }) == longCounts.count
    else { return nil }
    var long = longCounts.makeIterator()
    let counts = shortCounts.map {
      UInt32($0) > TermCounts.largestShortCount ? long.next() ?? UInt32($0) : UInt32($0)
    }
    self.init(list: list, rowStarts: rowStarts.map { Int($0) }, terms: terms, counts: counts)
  }

  /// Whether each row's terms ascend within 0..<termCount.
  private static func areAscending(_ terms: [Int32], _ rowStarts: [UInt32], termCount: Int) -> Bool {
    for (start, end) in zip(rowStarts, rowStarts.dropFirst()) {
      var last: Int32 = -1
      for entry in Int(start)..<Int(end) {
        if terms[entry] <= last || Int(terms[entry]) >= termCount { return false }
        last = terms[entry]
      }
    }
    return true
  }
}
