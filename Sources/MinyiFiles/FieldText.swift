import MinyiModel

/// What all formats do alike with the text of a field.
enum FieldText {
  /// The text to keep: title and body as they are, the others without white space at the ends.
  @inline(__always)
  static func text(
    _ bytes: UnsafeBufferPointer<UInt8>, _ trimmed: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> String {
    let isVerbatim = position == OpinionField.title.position || position == OpinionField.body.position
    return String(decoding: isVerbatim ? bytes : trimmed, as: UTF8.self)
  }

  /// True past `RowLimits.characterCount` characters. O(1) for all fields of usual length.
  @inline(__always)
  static func isTooLong(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count > RowLimits.characterCount
      && LineReader.characterNumber(in: bytes, at: bytes.count) - 1 > RowLimits.characterCount
  }

  static func tooLong(line: Int) -> RowProblem {
    RowProblem(line: line, reason: .tooLong(limit: RowLimits.characterCount, unit: .characters))
  }
}
