public import MinyiFiles
public import MinyiStore

/// What became of one file.
public struct ImportReport: Sendable {
  public var record: ImportRecord
  /// The columns and what each was taken for.
  public var columns: [ColumnUse]
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

  mutating func addUnreadValue(_ note: String) {
    unreadValueCount += 1
    if valueNotes.count < ImportReport.noteLimit { valueNotes.append(note) }
  }
}
