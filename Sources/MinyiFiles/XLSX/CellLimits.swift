/// Bounds of a sheet.
enum CellLimits {
  /// Bytes kept of a cell: enough to see that it has more than `RowLimits.characterCount` characters.
  static let byteCount = 4 * RowLimits.characterCount + 16
  /// Excel's own limit.
  static let columnCount = 16_384
  /// Rows at the top of a sheet among which the header is looked for.
  static let headRowCount = 200
  /// Visible sheets that are looked at for one with opinions.
  static let sheetCount = 64
}
