import CSimdJSON
import MinyiModel

/// Turns JSON objects into outcomes; one for all objects of a file. Not for two threads at once.
final class JSONRecords {
  let columns: JSONColumns
  private let reader: JSONObjectReader
  /// The column that each field was taken from in the object at hand, or -1.
  private var winners = [Int](repeating: -1, count: OpinionField.allCases.count)

  /// nil when memory is short.
  init?(map: [OpinionField: String]) {
    guard let reader = JSONObjectReader() else { return nil }
    self.reader = reader
    columns = JSONColumns(map: map)
  }

  /// The outcome of the object in `bytes`, which starts at `line`. `fileOffset` is where `bytes` are in the file, nil if
  /// they are a decoded copy; `isLine` says that they are a line from its start.
  func outcome(
    _ bytes: UnsafeBufferPointer<UInt8>, readableByteCount: Int, line: Int, fileOffset: Int?,
    isLine: Bool
  ) -> RowOutcome {
    if let failure = reader.parse(bytes, readableByteCount: readableByteCount) {
      return .malformed(problem(failure, in: bytes, line: line, fileOffset: fileOffset, isLine: isLine))
    }
    var record = OpinionRecord(line: line, byteCount: bytes.count)
    for i in winners.indices { winners[i] = -1 }
    for (place, member) in reader.members.enumerated() {
      let column = columns.column(member, at: place)
      guard let start = member.value else { continue }
      let value = UnsafeBufferPointer(start: start, count: member.valueByteCount)
      let trimmed = Whitespace.trimmed(value)
      if trimmed.isEmpty { continue }
      if FieldText.isTooLong(trimmed) { return .malformed(FieldText.tooLong(line: line)) }
      let target = columns.target(of: column)
      if target < 0 {
        keep(String(decoding: trimmed, as: UTF8.self), of: column, in: &record)
      } else if winners[target] < 0 {
        winners[target] = column
        record.set(FieldText.kept(value, trimmed, at: target), at: target)
      } else if column < winners[target] {
        // Key order may differ from object to object; the column first seen in the file goes first in all of them.
        if let loser = record.value(at: target) {
          keep(Whitespace.trimmed(loser), of: winners[target], in: &record)
        }
        winners[target] = column
        record.set(FieldText.kept(value, trimmed, at: target), at: target)
      } else {
        keep(String(decoding: trimmed, as: UTF8.self), of: column, in: &record)
      }
    }
    if !record.hasText {
      // A text that is there but empty means that nothing was said.
      if record.isEmpty || hasEmptyText() { return .blank(line: line) }
      let seen = reader.members.enumerated().map { columns.name(of: columns.column($1, at: $0)) }
      return .malformed(RowProblem(line: line, reason: .noBody(columns: seen)))
    }
    return .opinion(record)
  }

  /// True if the last object has a key for body or title, whatever its value.
  private func hasEmptyText() -> Bool {
    reader.members.enumerated().contains { place, member in
      let target = columns.target(of: columns.column(member, at: place))
      return target == OpinionField.body.position || target == OpinionField.title.position
    }
  }

  private func keep(_ value: String, of column: Int, in record: inout OpinionRecord) {
    record.others.append(OtherColumn(name: columns.name(of: column), value: value))
  }

  private func problem(
    _ failure: JSONObjectReader.Failure, in bytes: UnsafeBufferPointer<UInt8>, line: Int, fileOffset: Int?,
    isLine: Bool
  ) -> RowProblem {
    var offset: Int?
    let reason: RowProblem.Reason
    switch failure {
    case .notJSON(let detail, let place): (reason, offset) = (.notJSON(detail: detail), place)
    case .notObject(let place): (reason, offset) = (.notObject, place)
    case .invalidUTF8:
      (reason, offset) = (
        .invalidBytes(encoding: "UTF-8"), UTF8Check.firstInvalid(UnsafeRawBufferPointer(bytes))
      )
    case .tooDeep: reason = .tooDeep
    case .noMemory: reason = .noMemory
    }
    return RowProblem(
      line: line, column: isLine ? offset.map { LineReader.characterNumber(in: bytes, at: $0) } : nil,
      byteOffset: fileOffset.flatMap { start in offset.map { start + $0 } }, reason: reason)
  }
}
