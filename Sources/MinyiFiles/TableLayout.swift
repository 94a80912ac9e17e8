import MinyiModel

/// How a table is laid out: its delimiter, its header and where its rows start.
struct TableLayout: Sendable {
  let delimiter: UInt8
  let plan: ColumnPlan
  /// The number of the row after the header, counted as `TableReader` counts, blank and bad rows included.
  let firstRow: Int

  /// Finds the layout. `delimiter` nil means the one of `,` tab `;` that yields most columns with known names, then most
  /// columns.
  static func find(
    in content: FileContent, delimiter: UInt8?, options: ReadOptions, path: String
  ) throws(FileError) -> TableLayout {
    let delimiters: [UInt8] = delimiter.map { [$0] } ?? Array(",\t;".utf8)
    let heads = delimiters.map { Head(content, delimiter: $0, map: options.map) }
    var best = heads[0]
    for head in heads.dropFirst() where head.isBetter(than: best) { best = head }
    guard let header = best.header else {
      guard let problem = best.problem else { throw .empty(path: path) }
      if case .invalidBytes(let encoding) = problem.reason, let offset = problem.byteOffset {
        throw .undecodable(path: path, encoding: encoding, line: problem.line, byteOffset: offset)
      }
      throw .badHeader(path: path, problem: problem)
    }
    let plan = try ColumnPlan(names: header.names, map: options.map, path: path)
    return TableLayout(delimiter: best.delimiter, plan: plan, firstRow: header.nextRow)
  }

  /// True if the file begins like a table rather than like plain text: known columns, or the same number (two or more)
  /// of fields in each of its first rows.
  static func looksLikeTable(_ content: FileContent, map: [OpinionField: String], isStrict: Bool) -> Bool {
    if !map.isEmpty { return true }
    for delimiter in Array(",\t;".utf8) {
      let head = Head(content, delimiter: delimiter, map: map)
      if head.problem != nil { continue }
      if let header = head.header, header.hasBody, header.names.count > 1 || !isStrict { return true }
      if !isStrict, head.isRegular { return true }
    }
    return false
  }

  /// The first rows of a file as one delimiter has them.
  private struct Head {
    let delimiter: UInt8
    private(set) var header: HeaderSearch.Header?
    /// The first row that could not be read, before any header was found.
    private(set) var problem: RowProblem?
    private(set) var isRegular = false

    init(_ content: FileContent, delimiter: UInt8, map: [OpinionField: String]) {
      self.delimiter = delimiter
      guard let reader = TableReader(content, delimiter: delimiter) else { return }
      var counts: [Int] = []
      var search = HeaderSearch(map: map)
      var isFound = false
      var row = 0
      defer { header = search.header }
      while counts.count < HeaderSearch.rowCount, !isFound, let outcome = reader.next() {
        defer { row += 1 }
        switch outcome {
        case .blank: continue
        case .problem(let found):
          if search.header == nil { problem = found }
          return
        case .fields:
          // A line of a million commas is looked at as far as a sheet could have columns.
          let count = min(reader.fieldCount, CellLimits.columnCount)
          let cells = (0..<count).map { Whitespace.trimmed(reader.field($0)) }
          if cells.allSatisfy(\.isEmpty) { continue }
          counts.append(cells.count)
          isFound = search.add(cells.map { String(decoding: $0, as: UTF8.self) }, row: row)
        }
      }
      isRegular = counts.count > 1 && counts[0] > 1 && counts.allSatisfy { $0 == counts[0] }
    }

    func isBetter(than other: Head) -> Bool {
      let mine = (header?.knownCount ?? -1, header?.names.count ?? 0)
      return mine > (other.header?.knownCount ?? -1, other.header?.names.count ?? 0)
    }
  }
}
