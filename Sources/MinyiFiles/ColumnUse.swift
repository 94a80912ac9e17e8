public import MinyiModel

/// What becomes of one column of an opinion file.
public struct ColumnUse: Sendable, Equatable {
  /// The name in the file, trimmed; "列7" for the seventh column when it has none.
  public let name: String
  /// The field that it is read into; nil where it is kept among `OpinionRecord.others`.
  public let field: OpinionField?

  public init(name: String, field: OpinionField?) {
    self.name = name
    self.field = field
  }
}
