public import MinyiFiles

/// What came of one row of a file that is scored. Every row has exactly one.
public enum ScoredRow: Sendable {
  /// `id` is the row's own, nil where it has none or it is a person's.
  case opinion(line: Int, id: String?, score: OpinionScore)
  /// A row that says nothing.
  case blank(line: Int)
  /// A row that cannot be read.
  case malformed(RowProblem)
}
