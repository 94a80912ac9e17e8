import MinyiModel

/// Finds the header among the first rows of a table, row by row.
///
/// Above it may stand a title in one cell, or names of groups of columns; below it a second line of names, where cells
/// are merged.
struct HeaderSearch {
  struct Header {
    /// The row after the header's last.
    var nextRow: Int
    var names: [String]
    var hasBody: Bool
    var knownCount: Int
  }

  /// Sheets often have a title above the header; so many rows that are not blank are looked at.
  static let rowCount = 8

  private(set) var header: Header?
  private let map: [OpinionField: String]
  private var seenCount = 0
  /// Only rows of one cell so far.
  private var mayBeTitle = true
  private var above: [String] = []

  init(map: [OpinionField: String]) { self.map = map }

  /// Looks at a row; true when the header is known and no further row is needed.
  mutating func add(_ cells: [String], row: Int) -> Bool {
    let filledCount = cells.count { !$0.isEmpty }
    if filledCount == 0 { return false }
    if let found = header, found.hasBody {
      if let names = secondLine(cells, under: found.names) {
        header?.names = names
        header?.nextRow = row + 1
        return true
      }
      // A name of a group of columns may be one that a column has too, as 诉求.
      var below = header(cells, row: row)
      guard below.hasBody, below.knownCount > max(1, found.knownCount) else { return true }
      below.names = HeaderSearch.filled(below.names, from: found.names)
      header = below
      return true
    }
    seenCount += 1
    let candidate = header(cells, row: row)
    if mayBeTitle {
      if header == nil || candidate.hasBody { header = candidate }
    } else if candidate.hasBody, candidate.knownCount > 1 {
      // One known name alone may as well be what somebody wrote.
      header = candidate
    }
    if header?.hasBody == true, candidate.hasBody {
      header?.names = HeaderSearch.filled(candidate.names, from: above)
      return false
    }
    if filledCount > 1 {
      mayBeTitle = false
      above = cells
    }
    return false
  }

  /// `names` with the empty ones taken from the row above: cells merged down stand there.
  private static func filled(_ names: [String], from above: [String]) -> [String] {
    names.enumerated().map { i, name in name.isEmpty && i < above.count ? above[i] : name }
  }

  private func header(_ names: [String], row: Int) -> Header {
    let fields = names.map(HeaderNames.field(of:))
    let mappedCount = map.values.filter { ColumnPlan.index(of: $0, in: names) != nil }.count
    return Header(
      nextRow: row + 1, names: names,
      hasBody: fields.contains(.body) || fields.contains(.title) || mappedCount > 0,
      knownCount: fields.filter { $0 != nil }.count + mappedCount)
  }

  /// The names together with those of a second line: all of its cells are known names, and stand under no column for
  /// the text.
  private func secondLine(_ cells: [String], under names: [String]) -> [String]? {
    var joined = names
    for (i, cell) in cells.enumerated() where !cell.isEmpty {
      guard HeaderNames.field(of: cell) != nil else { return nil }
      if i < names.count, let field = HeaderNames.field(of: names[i]), field == .body || field == .title {
        return nil
      }
      while joined.count <= i { joined.append("") }
      joined[i] = cell
    }
    return joined
  }
}
