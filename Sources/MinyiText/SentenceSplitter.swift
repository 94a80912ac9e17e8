/// Cuts a cleaned text into sentences: at 。！？!?；; … and line breaks, closing marks included.
public enum SentenceSplitter {
  private static let ends: Set<UInt16> = Set("。！？!?；;…\n".utf16)
  private static let closing: Set<UInt16> = Set("”’\"'）)】」』".utf16)

  /// The ranges of the sentences of `units`, white space at both sides left out, empty ones dropped. O(length).
  public static func sentences(of units: UnsafeBufferPointer<UInt16>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var i = 0
    while i < units.count {
      guard ends.contains(units[i]) else {
        i += 1
        continue
      }
      while i < units.count, ends.contains(units[i]) || closing.contains(units[i]) { i += 1 }
      append(start..<i, of: units, to: &sentences)
      start = i
    }
    append(start..<units.count, of: units, to: &sentences)
    return sentences
  }

  private static func append(
    _ range: Range<Int>, of units: UnsafeBufferPointer<UInt16>, to sentences: inout [Range<Int>]
  ) {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(units[start]) { start += 1 }
    while start < end, isSpace(units[end - 1]) { end -= 1 }
    if start < end { sentences.append(start..<end) }
  }

  private static func isSpace(_ unit: UInt16) -> Bool {
    unit == 0x20 || unit == 0x0A || unit == 0x09 || unit == 0x3000
  }
}
