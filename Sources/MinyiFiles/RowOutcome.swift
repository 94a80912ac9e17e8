/// The one outcome that every row of a file has.
public enum RowOutcome: Sendable {
  /// A row with a body or a title.
  case opinion(OpinionRecord)
  /// A line without a character, or a row whose fields are all empty or white space.
  case blank(line: Int)
  /// A row that cannot be read; no other row is lost with it.
  case malformed(RowProblem)
}
