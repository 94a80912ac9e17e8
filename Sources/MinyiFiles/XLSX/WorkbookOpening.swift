import MinyiModel

/// The steps from a workbook to an `OpinionFile`: which sheet, which header.
struct WorkbookOpening {
  let path: String
  let options: ReadOptions
  let file: FileBytes

  func open() throws(FileError) -> OpinionFile {
    do { return try openFile() } catch let error as FileError { throw error } catch {
      throw .damaged(path: path, part: "zip", detail: "\(error)")
    }
  }

  private func openFile() throws -> OpinionFile {
    let workbook = try Workbook(file, path: path)
    let (sheet, header) = try choose(in: workbook)
    let plan = try ColumnPlan(names: header.names, map: options.map, path: path)
    let others = workbook.sheets.filter { $0 != sheet && hasRows($0, in: workbook) }.map(\.name)
    let rows = SheetRows(
      file: file, path: path, sheet: sheet, otherSheets: others, plan: plan, firstRow: header.nextRow)
    return OpinionFile(
      path: path, format: .xlsx, encoding: TextEncoding.utf8.name, encodingBasis: .format,
      columns: plan.columns,
      byteCount: file.buffer.count, layout: .sheet(rows))
  }

  /// The sheet that the user names, else the first visible one with a column for the text.
  private func choose(in workbook: Workbook) throws -> (Workbook.Sheet, HeaderSearch.Header) {
    if let wanted = options.sheet {
      guard let sheet = named(wanted, in: workbook.sheets) else {
        throw FileError.unknownSheet(path: path, sheet: wanted, sheets: workbook.sheets.map(\.name))
      }
      guard let header = try SheetHead(of: sheet, in: workbook, map: options.map).header else {
        throw FileError.empty(path: path)
      }
      return (sheet, header)
    }
    let visible = workbook.sheets.filter { !$0.isHidden }
    var first: (Workbook.Sheet, HeaderSearch.Header)?
    for sheet in (visible.isEmpty ? workbook.sheets : visible).prefix(CellLimits.sheetCount) {
      guard let header = try SheetHead(of: sheet, in: workbook, map: options.map).header else { continue }
      if header.hasBody { return (sheet, header) }
      first = first ?? (sheet, header)
    }
    guard let first else { throw FileError.empty(path: path) }
    return first
  }

  /// By its name as it stands, else by its number.
  private func named(_ wanted: String, in sheets: [Workbook.Sheet]) -> Workbook.Sheet? {
    let name = Whitespace.trimmed(wanted)
    if let sheet = sheets.first(where: { $0.name == wanted || Whitespace.trimmed($0.name) == name }) {
      return sheet
    }
    guard let number = Int(name), sheets.indices.contains(number - 1) else { return nil }
    return sheets[number - 1]
  }

  private func hasRows(_ sheet: Workbook.Sheet, in workbook: Workbook) -> Bool {
    var hasRow = false
    var rowCount = 0
    _ = try? workbook.forEachRow(of: sheet, strings: SharedStrings()) { row in
      rowCount += 1
      hasRow = row.fieldCount > 0 || row.problem != nil
      return !hasRow && rowCount < CellLimits.headRowCount
    }
    return hasRow
  }
}
