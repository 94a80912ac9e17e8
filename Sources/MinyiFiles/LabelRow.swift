/// The one outcome that every row of a file of labels has.
public enum LabelRow: Sendable, Equatable {
  /// The row gives the opinion of that id this label, both trimmed.
  case label(line: Int, id: String, label: String)
  /// A row whose cell for the label is empty, a blank line among them.
  case unlabelled(line: Int)
  /// A label for nobody.
  case noID(line: Int)
  /// A row that cannot be read; its label is lost.
  case malformed(RowProblem)
}
