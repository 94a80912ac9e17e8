/// The one outcome that every row of a file has.
public enum RowOutcome: Sendable {
  case opinion(OpinionRecord)
  /// A line without a character, or a row whose fields are all empty or white space.
  case blank(line: Int)
  case malformed(RowProblem)
}
