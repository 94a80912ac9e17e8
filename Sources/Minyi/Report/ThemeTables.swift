import MinyiModel
import MinyiReport
import MinyiStore

/// Counts people by theme and place, and by theme and period.
struct ThemeTables {
  private let builder: ReportBuilder

  /// Places that are shown: those with the most people.
  private static let placeCount = 12
  /// Periods that are shown: the last ones.
  private static let periodCount = 18
  private static let themeCount = 20

  init(_ builder: ReportBuilder) { self.builder = builder }

  /// Those that the columns allow.
  var tables: [HeatTable] {
    var persons: [AuthorHash: UInt64] = [:]
    var places: [String: Int] = [:]
    var placeNames: [String] = []
    var byPlace: [UInt64] = []
    var byPeriod: [UInt64] = []
    let themes = builder.results.themes.prefix(ThemeTables.themeCount)
    let rowOf = Dictionary(uniqueKeysWithValues: zip(themes.map(\.id), 0...))
    for assignment in builder.results.assignments {
      guard let row = assignment.theme.flatMap({ rowOf[$0] }),
        let columns = builder.columns[assignment.opinion]
      else { continue }
      // An unknown author counts as one person a text.
      var voice = UInt64(1) << 31 | UInt64(assignment.copyOf)
      if let author = columns.author {
        voice = persons[author] ?? UInt64(persons.count)
        persons[author] = voice
      }
      if let place = columns.place {
        if places[place] == nil {
          places[place] = placeNames.count
          placeNames.append(place)
        }
        byPlace.append(ThemeTables.code(row, places[place] ?? 0, voice))
      }
      if let index = columns.time.flatMap({ builder.timeline.index(of: $0) }), index >= 0 {
        byPeriod.append(ThemeTables.code(row, index, voice))
      }
    }
    let labels = themes.map(\.label)
    let hidden = builder.results.themes.count - themes.count
    var tables: [HeatTable] = []
    if let table = placeTable(byPlace, placeNames, labels, hidden) { tables.append(table) }
    if let table = periodTable(byPeriod, labels, hidden) { tables.append(table) }
    return tables
  }

  /// Row, column and person in one number, to be sorted and counted.
  private static func code(_ row: Int, _ column: Int, _ voice: UInt64) -> UInt64 {
    UInt64(row) << 56 | UInt64(column) << 32 | voice
  }

  /// Distinct people by row and column.
  private static func counts(_ codes: [UInt64], rows: Int, columns: Int) -> [[Int]] {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: columns), count: rows)
    let sorted = codes.sorted()
    for (i, code) in sorted.enumerated() where i == 0 || sorted[i - 1] != code {
      counts[Int(code >> 56)][Int(code >> 32 & 0xFF_FFFF)] += 1
    }
    return counts
  }

  private func placeTable(_ codes: [UInt64], _ names: [String], _ labels: [String], _ hiddenRows: Int)
    -> HeatTable?
  {
    guard names.count > 1, labels.count > 1 else { return nil }
    let counts = ThemeTables.counts(codes, rows: labels.count, columns: names.count)
    let totals = names.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    let order = names.indices.sorted { (totals[$1], names[$0]) < (totals[$0], names[$1]) }
      .prefix(ThemeTables.placeCount)
    return HeatTable(
      column: .place, rows: labels, columns: order.map { names[$0] },
      counts: counts.map { row in order.map { row[$0] } }, hiddenRows: hiddenRows,
      hiddenColumns: names.count - order.count)
  }

  private func periodTable(_ codes: [UInt64], _ labels: [String], _ hiddenRows: Int) -> HeatTable? {
    let names = builder.timeline.names
    guard names.count > 1, labels.count > 1 else { return nil }
    let counts = ThemeTables.counts(codes, rows: labels.count, columns: names.count)
    let shown = names.indices.suffix(ThemeTables.periodCount)
    return HeatTable(
      column: .period, rows: labels, columns: shown.map { names[$0] },
      counts: counts.map { row in shown.map { row[$0] } }, hiddenRows: hiddenRows,
      hiddenColumns: names.count - shown.count)
  }
}
