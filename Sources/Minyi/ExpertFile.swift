import MinyiFiles
import MinyiModel

/// A table of members or experts: a column of fields (领域, 专长), and as a rule id, name and group (编号, 姓名, 界别).
///
/// Any format that opinions come in. Names stay in memory; nothing of the file is kept in a workspace.
public struct ExpertFile: Sendable {
  /// In file order, each id once.
  public private(set) var experts: [Expert] = []
  /// Sentences about rows that cannot be used, each with file and line.
  public private(set) var notes: [String] = []

  /// The option that names the column of fields, as errors call it.
  public static let fieldOption = "--field-column"

  private static let fields = [
    "领域", "专长", "专业", "专业领域", "擅长领域", "擅长", "研究方向", "行业", "field", "fields", "expertise",
  ]
  private static let names = ["姓名", "名字", "委员", "专家", "name"]
  private static let groups = ["界别", "组别", "单位", "group"]

  /// Reads the file at `path` (`-`: standard input).
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - fieldColumn: nil: every column with a known name.
  ///
  /// Throws a `FileError` for what cannot be read, and a `MinyiError` where no column or no row has a field.
  public init(path: String, fieldColumn: String? = nil) throws {
    let labels = try LabelFile(path: path)
    let columns = try labels.columns()
    let wanted = fieldColumn.map { [$0] } ?? ExpertFile.fields
    guard let field = LabelFile.column(named: wanted, among: columns) else {
      throw MinyiError(
        "找不到领域（专长）列：\(path)，列名有：\(columns.joined(separator: "、"))。请用 \(ExpertFile.fieldOption) 列名 指明。"
          + "(no column of fields; name it)", exitCode: fieldColumn == nil ? 65 : 64)
    }
    let others = fieldColumn == nil ? ExpertFile.fields : []
    var ids: [String: Int] = [:]
    try labels.forEachRow(text: field) { row in
      switch row {
      case .blank(let line): notes.append("\(path):\(line) 没有领域，未用（no field）")
      case .malformed(let problem): notes.append(problem.message(path: path))
      case .opinion(let record):
        let expert = ExpertFile.expert(record, beside: others)
        if let first = ids[expert.id] {
          notes.append("\(path):\(record.line) 编号 \(expert.id) 与第 \(first) 行重复，未用（the id is taken）")
        } else {
          ids[expert.id] = record.line
          experts.append(expert)
        }
      }
    }
    if experts.isEmpty {
      throw MinyiError(
        "没有可用的专家：\(path) 的“\(field)”列全是空的。" + (notes.first.map { "例如：\($0)" } ?? "") + "(no row has a field)",
        exitCode: 65)
    }
  }

  private static func expert(_ record: OpinionRecord, beside fields: [String]) -> Expert {
    func values(_ names: [String]) -> [String] {
      let own = record.others.map(\.name)
      return names.compactMap { name in
        LabelFile.column(named: [name], among: own).flatMap { column in
          record.others.first { $0.name == column }?.value
        }
      }
    }
    let name = record[.author] ?? values(names).first ?? ""
    return Expert(
      id: record[.id] ?? "\(record.line)", name: name,
      field: ([record[.body]].compactMap { $0 } + values(fields)).joined(separator: "、"),
      group: values(groups).first)
  }
}
