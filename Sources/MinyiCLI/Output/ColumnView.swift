import Minyi

/// What a file's columns were taken for and why, with sample values, and how sure its encoding and dates are.
struct ColumnView {
  let report: ImportReport
  let language: Language

  func text(width: Int) -> String {
    var table = TextTable(columns: [
      .init(title: language("列", "column"), isFlexible: true), .init(title: language("作为", "read as")),
      .init(title: language("依据", "because")), .init(title: language("样例", "samples"), isFlexible: true),
    ])
    if report.samples.isEmpty { table.columns.removeLast() }
    table.rows = report.columns.enumerated().map { i, column in
      let row = [column.name, column.field?.rawValue ?? kept(column), reason(column)]
      return report.samples.isEmpty
        ? row : row + [report.samples[i].map(ColumnView.short).joined(separator: " | ")]
    }
    return table.text(width: width) + encoding + times
  }

  private static func short(_ value: String) -> String {
    let line = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 16 ? line.prefix(15) + "…" : line
  }

  private func kept(_ column: ColumnUse) -> String {
    column.isPersonal && !report.record.keepsPersonalData
      ? language("（只留哈希）", "(hash only)") : language("（保留）", "(kept)")
  }

  private func reason(_ column: ColumnUse) -> String {
    switch column.reason {
    case .mapped: language("指定", "--map")
    case .name: language("列名", "name")
    case .taken(let field): language("已有 \(field.rawValue) 列", "\(field.rawValue) is taken")
    case .unknownName: language("不认识的列名", "unknown name")
    }
  }

  private var encoding: String {
    let basis =
      switch report.encodingBasis {
      case .named: language("由 --encoding 指定", "named by --encoding")
      case .mark: language("文件开头有 BOM，确定", "a byte order mark, certain")
      case .valid: language("全部字节都合法，确定", "all bytes are valid, certain")
      case .format: language("格式规定，确定", "by its format, certain")
      case .characters(let share):
        share >= 0.5
          ? language("按此读出的汉字 \(Int(share * 100))% 是常用字，很有把握", "\(Int(share * 100))% common characters, sure")
          : language(
            "按此读出的汉字只有 \(Int(share * 100))% 是常用字，请核对样例",
            "only \(Int(share * 100))% common characters, check the samples")
      }
    return language("编码：", "encoding: ") + "\(report.record.encoding)（\(basis)）\n"
  }

  private var times: String {
    let count = report.readTimeCount + report.unreadTimeCount
    if count == 0 { return "" }
    return language(
      "日期：\(count) 个，读出 \(report.readTimeCount)，读不出 \(report.unreadTimeCount)\n",
      "dates: \(count), read \(report.readTimeCount), not read \(report.unreadTimeCount)\n")
  }
}
