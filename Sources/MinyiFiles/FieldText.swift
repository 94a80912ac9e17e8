import MinyiModel

/// What all formats do alike with the text of a field.
enum FieldText {
  /// The bytes to keep: title and body as they are, the others without white space at the ends.
  @inline(__always)
  static func kept(
    _ bytes: UnsafeBufferPointer<UInt8>, _ trimmed: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> UnsafeBufferPointer<UInt8> {
    let isVerbatim = position == OpinionField.title.position || position == OpinionField.body.position
    return isVerbatim ? bytes : trimmed
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
