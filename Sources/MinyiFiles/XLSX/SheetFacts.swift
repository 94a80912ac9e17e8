/// What is worth telling about the sheet that was read, beside its rows.
public struct SheetFacts: Sendable, Equatable {
  /// The name of the sheet.
  public var sheet: String
  /// The other sheets with something in them, hidden ones included.
  public var otherSheets: [String]
  /// Rows that a filter or a person hid; they are read like the others.
  public var hiddenRowCount = 0
  /// Cells with `#N/A` and the like, read as empty.
  public var errorCellCount = 0
  /// Whole numbers of 16 digits and more, of which Excel keeps 15.
  public var impreciseNumberCount = 0

  /// Facts of a sheet without anything odd so far.
  public init(sheet: String, otherSheets: [String]) {
    self.sheet = sheet
    self.otherSheets = otherSheets
  }
}
