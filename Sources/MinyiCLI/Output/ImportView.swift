import Minyi

/// The fates of rows, for people.
struct ImportView {
  let language: Language

  /// A line a file with the fates, then what was masked and what was wrong.
  func text(_ reports: [ImportReport], isVerbose: Bool) -> String {
    reports.map { report in
      ([summary(report.record), masked(report.record)] + notes(report, isVerbose: isVerbose))
        .filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }.joined()
  }

  /// A line with the fates of a file's rows.
  func summary(_ record: ImportRecord) -> String {
    language(
      "\(record.file)（\(record.format)，\(record.encoding)）：读取 \(record.rows) 行 = 新增 \(record.imported)"
        + " + 更新 \(record.updated) + 未变 \(record.unchanged) + 空白 \(record.blank) + 有误 \(record.malformed)",
      "\(record.file) (\(record.format), \(record.encoding)): \(record.rows) rows = \(record.imported) imported"
        + " + \(record.updated) updated + \(record.unchanged) unchanged + \(record.blank) blank"
        + " + \(record.malformed) malformed")
  }

  private func masked(_ record: ImportRecord) -> String {
    if record.keepsPersonalData {
      return language(
        "  个人信息按原样保留（--keep-personal-data）", "  personal data kept as it stands (--keep-personal-data)")
    }
    let counts = record.masked.sorted { $0.key < $1.key }.map { kind, count in
      let tag = PersonalDataKind(rawValue: kind)?.tag.filter { $0 != "〔" && $0 != "〕" }
      return "\(language(tag ?? kind, kind)) \(count)"
    }
    return counts.isEmpty
      ? "" : language("  已遮蔽个人信息：", "  masked: ") + counts.joined(separator: language("、", ", "))
  }

  private func notes(_ report: ImportReport, isVerbose: Bool) -> [String] {
    let limit = isVerbose ? ImportReport.noteLimit : 3
    var lines = report.malformedNotes.prefix(limit).map { "  " + $0 }
    if report.record.malformed > limit {
      lines.append(
        language(
          "  …… 共 \(report.record.malformed) 行有误", "  … \(report.record.malformed) malformed rows in all"))
    }
    lines += report.valueNotes.prefix(limit).map { "  " + $0 }
    if report.unreadValueCount > limit {
      lines.append(
        language("  …… 共 \(report.unreadValueCount) 个值未读取", "  … \(report.unreadValueCount) values left out"))
    }
    if let sheet = report.sheet { lines += sheetNotes(sheet) }
    if report.record.rows == 0 { lines.append(language("  只有表头，没有数据。", "  a header and no rows.")) }
    if report.record.updated > 0 {
      lines.append(
        language(
          "  更新 \(report.record.updated) 条：编号相同而内容不同。若本是不同的意见，请用 --map id=… 换一列编号。",
          "  \(report.record.updated) updated: same id, other content. If they are different opinions, map another id column."
        ))
    }
    return lines
  }

  private func sheetNotes(_ sheet: SheetFacts) -> [String] {
    var lines: [String] = []
    if !sheet.otherSheets.isEmpty {
      let others = sheet.otherSheets.prefix(10).joined(separator: language("、", ", "))
      lines.append(
        language(
          "  读取的是工作表“\(sheet.sheet)”；另有：\(others)。要读取其他工作表，请用 --sheet 指明。",
          "  read from sheet “\(sheet.sheet)”; there are also: \(others). Name another with --sheet."))
    }
    if sheet.hiddenRowCount > 0 {
      lines.append(
        language(
          "  其中 \(sheet.hiddenRowCount) 行在表中是隐藏的（例如被筛选掉），也已读取。",
          "  \(sheet.hiddenRowCount) of the rows are hidden in the sheet (by a filter, say); they were read too."
        ))
    }
    if sheet.errorCellCount > 0 {
      lines.append(
        language(
          "  \(sheet.errorCellCount) 个单元格是公式错误（#N/A 等），按空白读取。",
          "  \(sheet.errorCellCount) cells are formula errors (#N/A and the like), read as empty."))
    }
    if sheet.impreciseNumberCount > 0 {
      lines.append(
        language(
          "  \(sheet.impreciseNumberCount) 个数字超过 15 位，Excel 已丢失其末位；编号请在表中存为文本。",
          "  \(sheet.impreciseNumberCount) numbers have more than 15 digits, of which Excel has lost the last; keep ids as text."
        ))
    }
    return lines
  }
}
