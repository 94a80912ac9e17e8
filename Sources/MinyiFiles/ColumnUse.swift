public import MinyiModel

/// What becomes of one column of an opinion file.
public struct ColumnUse: Sendable, Equatable {
  /// The name in the file, trimmed; "列7" for the seventh column when it has none.
  public let name: String
  /// The field that it is read into; nil where it is kept among `OpinionRecord.others`.
  public let field: OpinionField?

  /// True for a column that is no field and that people are told by: more names, phones, addresses. Its values are kept
  /// as keyed hashes only.
  public var isPersonal: Bool { field == nil && PersonalColumn.isNamed(name) }

  /// Why it is read so.
  public let reason: Reason

  /// Why a column is read as a field, or as none.
  public enum Reason: Sendable, Equatable {
    /// The user said so.
    case mapped
    /// The name is one of the field's.
    case name
    /// The name is one of a field that another column is read into.
    case taken(OpinionField)
    /// The name is none that any field has.
    case unknownName
  }

  /// A column; without `reason` its name decides, known where there is a field and unknown where there is none.
  public init(name: String, field: OpinionField?, reason: Reason? = nil) {
    self.name = name
    self.field = field
    self.reason = reason ?? (field == nil ? .unknownName : .name)
  }
}
