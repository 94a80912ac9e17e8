import MinyiModel

/// Turns the cells of a table's row into its outcome.
struct RowMaker: Sendable {
  let plan: ColumnPlan
  /// In a sheet cells have places, so one past the header is a column without a name; in delimited text it means that
  /// the row is broken.
  let keepsSurplus: Bool

  func outcome(_ row: some TableFields, line: Int) -> RowOutcome {
    let fieldCount = row.fieldCount
    let columnCount = plan.targets.count
    var record = OpinionRecord(line: line, byteCount: row.byteCount)
    for index in 0..<fieldCount {
      let bytes = row.field(index)
      let trimmed = Whitespace.trimmed(bytes)
      if trimmed.isEmpty { continue }
      if index >= columnCount, !keepsSurplus {
        // Excel writes empty cells past the header; text there would be lost.
        return .malformed(
          RowProblem(line: line, reason: .tooManyFields(expected: columnCount, got: fieldCount)))
      }
      if FieldText.isTooLong(trimmed) { return .malformed(FieldText.tooLong(line: line)) }
      let target = index < columnCount ? plan.targets[index] : -1
      // In a workbook a formula is no text.
      let unwrapped = keepsSurplus ? nil : SpreadsheetCell.text(bytes)
      if let unwrapped, unwrapped.allSatisfy(\.isWhitespace) { continue }
      if target < 0 || record.hasValue(at: target) {
        let name = index < columnCount ? plan.columns[index].name : ColumnPlan.name(ofColumn: index)
        record.others.append(
          OtherColumn(name: name, value: unwrapped ?? String(decoding: trimmed, as: UTF8.self)))
      } else if let unwrapped {
        record.set(unwrapped, at: target)
      } else {
        record.set(FieldText.kept(bytes, trimmed, at: target), at: target)
      }
    }
    if !record.hasText {
      // Empty cells for the text mean that nothing was said; cells that are not there, that the row is broken.
      if record.isEmpty || fieldCount >= columnCount || keepsSurplus { return .blank(line: line) }
      return .malformed(RowProblem(line: line, reason: .tooFewFields(expected: columnCount, got: fieldCount)))
    }
    return .opinion(record)
  }
}
