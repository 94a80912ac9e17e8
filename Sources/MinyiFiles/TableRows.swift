import MinyiModel

/// Turns the rows of a table into outcomes.
struct TableRows {
  let layout: TableLayout

  func forEachRow(of content: FileContent, _ body: (RowOutcome, _ bytesRead: Int) throws -> Void) throws {
    guard let reader = TableReader(content, delimiter: layout.delimiter) else { return }
    for _ in 0..<layout.firstRow { _ = reader.next() }
    while let row = reader.next() {
      let outcome: RowOutcome =
        switch row {
        case .blank(let line): .blank(line: line)
        case .problem(let problem): .malformed(problem)
        case .fields(let line): outcome(reader, line: line)
        }
      try body(outcome, reader.lines.offset)
    }
  }

  private func outcome(_ reader: TableReader, line: Int) -> RowOutcome {
    let plan = layout.plan
    let fieldCount = reader.fieldCount
    var record = OpinionRecord(line: line)
    for index in 0..<min(fieldCount, plan.targets.count) {
      let bytes = reader.field(index)
      let trimmed = Whitespace.trimmed(bytes)
      if trimmed.isEmpty { continue }
      if FieldText.isTooLong(trimmed) { return .malformed(FieldText.tooLong(line: line)) }
      let target = plan.targets[index]
      if target < 0 || record.value(at: target) != nil {
        record.others.append(
          OtherColumn(name: plan.columns[index].name, value: String(decoding: trimmed, as: UTF8.self)))
      } else {
        record.set(FieldText.text(bytes, trimmed, at: target), at: target)
      }
    }
    if fieldCount > plan.targets.count, let surplus = surplus(reader, line: line) {
      return .malformed(surplus)
    }
    if record[.body] == nil, record[.title] == nil {
      // Empty cells for the text mean that nothing was said; cells that are not there, that the row is broken.
      if record.isEmpty || fieldCount >= plan.targets.count { return .blank(line: line) }
      return .malformed(
        RowProblem(line: line, reason: .tooFewFields(expected: plan.targets.count, got: fieldCount)))
    }
    return .opinion(record)
  }

  /// Excel writes empty cells past the header; text there would be lost, so it makes the row malformed.
  private func surplus(_ reader: TableReader, line: Int) -> RowProblem? {
    for index in layout.plan.targets.count..<reader.fieldCount where !Whitespace.isBlank(reader.field(index))
    {
      return RowProblem(
        line: line, reason: .tooManyFields(expected: layout.plan.targets.count, got: reader.fieldCount))
    }
    return nil
  }
}
