import MinyiModel

/// One numbering for the terms of several parts, in the order of the terms' units.
///
/// Since each part's terms are in that order too, the new numbers of a row's terms ascend as the old ones do: rows need no
/// sorting when parts are merged.
struct MergedTerms: Sendable {
  /// The terms that are kept, sorted.
  let table: TermTable
  /// Documents in which a term occurs, by its number in `table`.
  let documentFrequencies: [Int32]
  /// The number in `table` of each part's terms; -1 for one that is not kept.
  let numbers: [[Int32]]

  /// The terms of the documents `rows` of `parts` whose document frequency `isKept` accepts. O(entries + terms × log terms).
  init(
    of parts: [TermCounts], rows: [DocumentRow], threads: ParallelChunks, where isKept: (Int32) -> Bool
  ) {
    // 1. one number for the same term of several parts, and the documents in which it occurs
    var all = TermTable()
    var frequencies: [Int32] = []
    let frequenciesByPart = MergedTerms.documentFrequencies(in: parts, rows, threads)
    let firstNumbers = zip(parts, frequenciesByPart).map { part, own in
      own.indices.map { term in
        if own[term] == 0 { return Int32(-1) }
        let number = part.list.withUnits(of: term) { all.insert($0) }
        if Int(number) == frequencies.count { frequencies.append(0) }
        frequencies[Int(number)] += own[term]
        return number
      }
    }
    // 2. those that are kept, sorted
    let sorted = all.list.sorted(frequencies.indices.filter { isKept(frequencies[$0]) })
    var newNumbers = [Int32](repeating: -1, count: all.count)
    var table = TermTable()
    for number in sorted { newNumbers[number] = all.list.withUnits(of: number) { table.insert($0) } }
    self.table = table
    documentFrequencies = sorted.map { frequencies[$0] }
    numbers = firstNumbers.map { $0.map { $0 < 0 ? -1 : newNumbers[Int($0)] } }
  }

  /// For each part, how many of the documents `rows` have each of its terms.
  private static func documentFrequencies(
    in parts: [TermCounts], _ rows: [DocumentRow], _ threads: ParallelChunks
  ) -> [[Int32]] {
    var rowsOfPart = [[Int32]](repeating: [], count: parts.count)
    for row in rows { rowsOfPart[row.part].append(Int32(row.row)) }
    return threads.map(count: parts.count, chunkSize: 1) { [rowsOfPart] range in
      let part = parts[range.lowerBound]
      var frequencies = [Int32](repeating: 0, count: part.list.count)
      for row in rowsOfPart[range.lowerBound] {
        for entry in part.row(Int(row)) { frequencies[Int(part.terms[entry])] += 1 }
      }
      return frequencies
    }
  }
}
