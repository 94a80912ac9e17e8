public import MinyiFiles
import MinyiModel

/// All opinions of a workspace as a table that `import` reads back to the same workspace.
public struct OpinionTable: Sendable {
  /// A column that is no field: the `repeated`-th of its name in an opinion.
  private struct Other: Hashable {
    var name: String
    var repeated: Int
  }

  private let workspace: Workspace
  private let others: [Other]

  /// Looks for the columns that the opinions have. O(opinions).
  public init(of workspace: Workspace) throws {
    self.workspace = workspace
    others = ColumnMerge.merged(try workspace.store.otherColumnNames().map(OpinionTable.numbered))
  }

  /// The names of the fields' columns, in order; the columns that are no field follow.
  private static let fieldTitles: [(OpinionField, String, Double)] = [
    (.id, "编号", 14), (.title, "标题", 36), (.body, "内容", 80), (.time, "时间", 21), (.author, "用户", 22),
    (.place, "地区", 16), (.channel, "渠道", 12), (.likes, "点赞数", 8), (.dislikes, "反对数", 8),
    (.reply, "答复意见", 60), (.repliedAt, "答复时间", 21),
  ]

  /// The titles of a table.
  public var titles: [String] { OpinionTable.fieldTitles.map(\.1) + others.map(\.name) }

  /// The keys of a JSON object.
  public var keys: [String] { OpinionTable.fieldTitles.map(\.0.rawValue) + others.map(\.name) }

  /// Calls `body` with the cells of every opinion, by id; as many as there are titles. One row is in memory at a time.
  public func forEachRow(_ body: ([SheetCell]) throws -> Void) throws {
    let places = Dictionary(uniqueKeysWithValues: zip(others, 11...))
    try workspace.forEachOpinion { opinion in
      var cells: [SheetCell] = [
        .text(opinion.key), SheetCell(opinion.title), SheetCell(opinion.body), SheetCell(opinion.time),
        SheetCell(opinion.author?.pseudonym), SheetCell(opinion.place), SheetCell(opinion.channel),
        SheetCell(opinion.likes), SheetCell(opinion.dislikes), SheetCell(opinion.reply),
        SheetCell(opinion.repliedAt),
      ]
      cells.append(contentsOf: repeatElement(.empty, count: others.count))
      for (other, column) in zip(OpinionTable.numbered(opinion.others.map(\.name)), opinion.others) {
        if let place = places[other] { cells[place] = SheetCell(column.value) }
      }
      try body(cells)
    }
  }

  /// The same as a sheet whose rows are read when it is written.
  public var sheet: SheetDraft {
    let columns = OpinionTable.fieldTitles.map { field, title, width in
      SheetDraft.Column(title, width: width, isWrapped: field == .body || field == .title || field == .reply)
    }
    var draft = SheetDraft("意见", columns: columns + others.map { .init($0.name, width: 16) })
    draft.forEachFurtherRow = { row in try forEachRow(row) }
    return draft
  }

  /// Columns of one name, told apart by their numbers.
  private static func numbered(_ names: [String]) -> [Other] {
    if names.count == 1 { return [Other(name: names[0], repeated: 1)] }
    var counts: [String: Int] = [:]
    return names.map { name in
      counts[name, default: 0] += 1
      return Other(name: name, repeated: counts[name] ?? 1)
    }
  }
}
