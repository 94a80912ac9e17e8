public import MinyiFiles
public import MinyiStore

/// What became of one file.
public struct ImportReport: Sendable {
  /// The fates of the rows.
  public var record: ImportRecord
  /// The columns and what each was taken for.
  public var columns: [ColumnUse]
  /// What the encoding goes by.
  public var encodingBasis = EncodingBasis.valid
  /// Of a dry run, up to five different values of each column, personal data masked.
  public var samples: [[String]] = []
  /// Times that were read, and that could not be.
  public var readTimeCount = 0
  /// Times that could not be read; they were left out of rows that were kept.
  public var unreadTimeCount = 0
  /// Sentences about malformed rows, each with file and line; the first `noteLimit` of them.
  public var malformedNotes: [String] = []
  /// Sentences about values that were left out of a row that was kept (dates, counts); the first of them.
  public var valueNotes: [String] = []
  /// Of a workbook, what else is to be told about the sheet.
  public var sheet: SheetFacts?
  /// Values left out in all.
  public var unreadValueCount = 0

  /// Notes of a kind that are kept.
  public static let noteLimit = 20

  mutating func addMalformed(_ note: String) {
    record.malformed += 1
    if malformedNotes.count < ImportReport.noteLimit { malformedNotes.append(note) }
  }

  /// Takes the values of a row as samples, where there are not enough yet.
  mutating func addSamples(of record: OpinionRecord, mask: (String) -> String) {
    if samples.isEmpty { samples = [[String]](repeating: [], count: columns.count) }
    for (i, column) in columns.enumerated() where samples[i].count < 5 {
      let value = column.field.map { record[$0] } ?? record.others.first { $0.name == column.name }?.value
      guard let value else { continue }
      let shown = mask(String(value.prefix(200)))
      if !samples[i].contains(shown) { samples[i].append(shown) }
    }
  }

  mutating func addUnreadValue(_ note: String) {
    unreadValueCount += 1
    if valueNotes.count < ImportReport.noteLimit { valueNotes.append(note) }
  }
}
