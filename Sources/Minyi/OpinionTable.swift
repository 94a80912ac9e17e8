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

  /// Looks at all opinions for the columns they have. O(opinions).
  public init(of workspace: Workspace) throws {
    self.workspace = workspace
    var seen: [Other: Int] = [:]
    try workspace.forEachOpinion { opinion in
      for other in OpinionTable.others(of: opinion).map(\.0) where seen[other] == nil {
        seen[other] = seen.count
      }
    }
    others = seen.sorted { $0.value < $1.value }.map(\.key)
  }

  /// The names of the fields' columns, in order; the columns that are no field follow.
  private static let fieldTitles: [(OpinionField, String, Double)] = [
    (.id, "编号", 14), (.title, "标题", 36), (.body, "内容", 80), (.time, "时间", 19), (.author, "用户", 22),
    (.place, "地区", 16), (.channel, "渠道", 12), (.likes, "点赞数", 8), (.dislikes, "反对数", 8),
    (.reply, "答复意见", 60), (.repliedAt, "答复时间", 19),
  ]

  /// The titles of a table.
  public var titles: [String] { OpinionTable.fieldTitles.map(\.1) + others.map(\.name) }

  /// The keys of a JSON object.
  public var keys: [String] { OpinionTable.fieldTitles.map(\.0.rawValue) + others.map(\.name) }

  /// Calls `body` with the cells of every opinion, by id; as many as there are titles.
  public func forEachRow(_ body: ([SheetCell]) throws -> Void) throws {
    try workspace.forEachOpinion { opinion in
      let values = Dictionary(OpinionTable.others(of: opinion), uniquingKeysWith: { first, _ in first })
      try body(
        [
          .text(opinion.key), SheetCell(opinion.title), SheetCell(opinion.body), SheetCell(opinion.time),
          SheetCell(opinion.author?.pseudonym), SheetCell(opinion.place), SheetCell(opinion.channel),
          SheetCell(opinion.likes), SheetCell(opinion.dislikes), SheetCell(opinion.reply),
          SheetCell(opinion.repliedAt),
        ] + others.map { SheetCell(values[$0]) })
    }
  }

  /// The same as a sheet.
  public func sheet() throws -> SheetDraft {
    var rows: [[SheetCell]] = []
    try forEachRow { rows.append($0) }
    let columns = OpinionTable.fieldTitles.map { field, title, width in
      SheetDraft.Column(title, width: width, isWrapped: field == .body || field == .title || field == .reply)
    }
    return SheetDraft("意见", columns: columns + others.map { .init($0.name, width: 16) }, rows: rows)
  }

  private static func others(of opinion: Opinion) -> [(Other, String)] {
    var counts: [String: Int] = [:]
    return opinion.others.map { other in
      counts[other.name, default: 0] += 1
      return (Other(name: other.name, repeated: counts[other.name] ?? 1), other.value)
    }
  }
}
