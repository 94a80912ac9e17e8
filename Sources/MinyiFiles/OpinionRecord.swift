public import MinyiModel

/// One row of an opinion file, its fields still text.
public struct OpinionRecord: Sendable, Equatable {
  /// The physical line on which the row starts, from 1.
  public let line: Int
  /// Non-empty values of columns that are no field, in file order, trimmed.
  public internal(set) var others: [OtherColumn] = []
  /// By `OpinionField.position`; nil where empty.
  private var values: [String?]

  init(line: Int) {
    self.line = line
    // Not a copy of a shared array: profiles showed that copying its optionals one by one is slow.
    values = [String?](repeating: nil, count: OpinionRecord.fieldCount)
  }

  /// The text of a field; nil where it is empty or white space. Title and body are as in the file, the others
  /// trimmed.
  public subscript(field: OpinionField) -> String? { values[field.position] }

  var isEmpty: Bool { others.isEmpty && !values.contains { $0 != nil } }

  mutating func set(_ value: String, at position: Int) { values[position] = value }

  func value(at position: Int) -> String? { values[position] }

  private static let fieldCount = OpinionField.allCases.count
}
