public import MinyiModel

/// One row of an opinion file, its fields still text.
public struct OpinionRecord: Sendable {
  /// The physical line on which the row starts, from 1.
  public let line: Int
  /// Non-empty values of columns that are no field, in file order, trimmed.
  public internal(set) var others: [OtherColumn] = []
  /// The UTF-8 of the fields one behind the other: a string for each would be allocated and freed for every row.
  private var bytes: [UInt8] = []
  /// By `OpinionField.position`, where the field begins and ends in `bytes`; -1 where it is empty.
  private var bounds: [Int32]

  /// - Parameter byteCount: what the fields have together, if they all are kept.
  init(line: Int, byteCount: Int = 0) {
    self.line = line
    bounds = [Int32](repeating: -1, count: 2 * OpinionRecord.fieldCount)
    bytes.reserveCapacity(byteCount)
  }

  /// A row that no file has, of line 1.
  public init(title: String, body: String) {
    self.init(line: 1, byteCount: title.utf8.count + body.utf8.count)
    if !title.isEmpty { set(title, at: OpinionField.title.position) }
    if !body.isEmpty { set(body, at: OpinionField.body.position) }
  }

  /// The text of a field; nil where it is empty or white space. Title and body are as in the file, the others
  /// trimmed.
  public subscript(field: OpinionField) -> String? { value(at: field.position) }

  /// The same as UTF-8, without making a string; nil where the field is empty.
  @inlinable
  public func withUTF8<Result>(
    of field: OpinionField, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    guard let range = range(at: field.position) else { return nil }
    return try withBytes { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  var isEmpty: Bool { others.isEmpty && bytes.isEmpty }

  /// True if there is a title or a body.
  var hasText: Bool {
    hasValue(at: OpinionField.body.position) || hasValue(at: OpinionField.title.position)
  }

  func hasValue(at position: Int) -> Bool { bounds[2 * position] >= 0 }

  func value(at position: Int) -> String? {
    range(at: position).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  mutating func set(_ value: UnsafeBufferPointer<UInt8>, at position: Int) {
    bounds[2 * position] = Int32(bytes.count)
    bytes.append(contentsOf: value)
    bounds[2 * position + 1] = Int32(bytes.count)
  }

  mutating func set(_ value: String, at position: Int) {
    var value = value
    value.withUTF8 { set($0, at: position) }
  }

  @usableFromInline
  func range(at position: Int) -> Range<Int>? {
    let start = bounds[2 * position]
    return start < 0 ? nil : Int(start)..<Int(bounds[2 * position + 1])
  }

  @usableFromInline
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer(body)
  }

  private static let fieldCount = OpinionField.allCases.count
}

extension OpinionRecord: Equatable {
  public static func == (a: OpinionRecord, b: OpinionRecord) -> Bool {
    a.line == b.line && a.others == b.others && OpinionField.allCases.allSatisfy { a[$0] == b[$0] }
  }
}
