/// Bounds that keep one bad row from costing the file.
public enum RowLimits {
  /// Characters (Unicode scalars) of one field.
  public static let characterCount = 1_000_000
  /// Bytes of one physical line, or of one object of a JSON array.
  public static let lineByteCount = 16 << 20
  /// Physical lines that a row with a quoted field may span before its quote counts as never closed.
  public static let quotedLineCount = 2_000
  /// Bytes that such a row may span.
  public static let quotedByteCount = 4 << 20
}
