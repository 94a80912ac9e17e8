import MinyiFiles

/// An empty workbook to collect opinions with: columns that `import` knows, rules for what is typed in, a page of
/// instructions.
public enum InputTemplate {
  /// Rows that the rules hold for.
  private static let rowCount = 5000

  /// Writes the workbook to `path`, over what is there.
  public static func write(to path: String) throws {
    try WorkbookWriter.write([form, instructions], title: "意见收集表", comments: "", to: path)
  }

  private struct Field {
    var title: String
    var width: Double
    var rule: SheetDraft.Rule
    var meaning: String
    var example: String
  }

  private static let fields = [
    Field(
      title: "编号", width: 14, rule: .text, meaning: "一条意见一个编号，不要重复；没有就空着，导入时按内容编号。", example: "YJ0001"),
    Field(
      title: "标题", width: 30, rule: .length(maximum: 200, "标题，不超过 200 字，可以空着。"), meaning: "一句话概括，可以空着。",
      example: "幸福路路灯不亮"),
    Field(
      title: "内容*", width: 70, rule: .length(maximum: 10_000, "群众的原话，一条一行，不超过 10000 字。"),
      meaning: "必填。群众的原话，不要改写，一件事一行。", example: "幸福路从加油站到小学这一段路灯坏了半个月，孩子晚自习回家看不见路。"),
    Field(
      title: "时间", width: 14, rule: .date("写成 2025-01-31 这样的日期。"),
      meaning: "反映的日期，写成 2025-01-31 或 2025/1/31。",
      example: "2025-01-31"),
    Field(
      title: "用户", width: 14, rule: .text, meaning: "谁反映的：姓名、电话或代号。导入后只留带密钥的哈希，用来数人数。", example: "张三"),
    Field(title: "地区", width: 18, rule: .text, meaning: "镇街、社区或村。", example: "城关街道"),
    Field(
      title: "渠道", width: 12,
      rule: .list(["来信", "来访", "来电", "网上留言", "座谈会", "上门走访", "委员反映", "其他"], "从列表中选，也可以另写。"),
      meaning: "从哪里来的，从列表中选，也可以另写。", example: "座谈会"),
    Field(title: "点赞数", width: 9, rule: .count("0 或正整数。"), meaning: "附议的人数，没有就空着。", example: "12"),
    Field(title: "反对数", width: 9, rule: .count("0 或正整数。"), meaning: "反对的人数，没有就空着。", example: "0"),
    Field(title: "答复意见", width: 40, rule: .text, meaning: "已经答复的，写答复的内容。", example: ""),
    Field(title: "答复时间", width: 14, rule: .date("写成 2025-01-31 这样的日期。"), meaning: "答复的日期。", example: ""),
  ]

  private static var form: SheetDraft {
    var draft = SheetDraft(
      "意见收集表",
      columns: fields.map { field in
        var isWrapped = false
        if case .length = field.rule { isWrapped = true }
        return .init(field.title, width: field.width, isWrapped: isWrapped, rule: field.rule)
      }, rows: [])
    draft.emptyRowCount = rowCount
    return draft
  }

  private static var instructions: SheetDraft {
    SheetDraft(
      "填表说明",
      columns: [
        .init("列名", width: 14), .init("怎么填", width: 70, isWrapped: true),
        .init("例子", width: 60, isWrapped: true),
      ],
      rows: fields.map { [.text($0.title), .text($0.meaning), SheetCell($0.example)] } + [
        [.empty], [.text("说明"), .text("在“意见收集表”这张表里从第二行起填写，一条意见一行；列的次序可以调换，用不到的列可以删除，列名不要改。")],
        [.text("导入"), .text("填好后运行：minyi run 意见收集表.xlsx")],
      ])
  }
}
