/// A text read with full-width characters as ASCII, dashes as hyphens and any space as a space.
///
/// Nothing before `floor`, where the last masked span ends, can be seen: a masked text shows a tag there.
struct FoldedText {
  var units: UnsafeBufferPointer<UInt16>
  var floor: Int

  var count: Int { units.count }

  /// The folded unit at `index`, or 0 where there is none.
  @inline(__always)
  subscript(index: Int) -> UInt16 {
    guard index >= floor, index < units.count else { return 0 }
    let unit = units[index]
    switch unit {
    case 0xFF01...0xFF5E: return unit - 0xFEE0
    case 0x3000, 0xA0: return Unit.space
    case 0x2010...0x2014, 0x2212: return Unit.hyphen
    default: return unit
    }
  }

  func isDigit(_ index: Int) -> Bool { Unit.isDigit(self[index]) }

  /// The ASCII letter at `index` in lower case, or the unit itself.
  func lowerCase(_ index: Int) -> UInt16 {
    let unit = self[index]
    return Unit.isLatinLetter(unit) ? unit | 0x20 : unit
  }

  /// The end of the digits that begin at `index`.
  func digitRunEnd(_ index: Int) -> Int {
    var end = index
    while isDigit(end) { end += 1 }
    return end
  }

  func digit(_ index: Int) -> Int { Int(self[index]) - 0x30 }

  /// The end of groups of digits of just these sizes from `start` on, with one space or hyphen between each
  /// two.
  func groups(_ sizes: [Int], from start: Int) -> Int? {
    var end = start
    for (k, size) in sizes.enumerated() {
      if k > 0 {
        guard isSeparator(end) else { return nil }
        end += 1
      }
      let groupEnd = digitRunEnd(end)
      guard groupEnd - end == size else { return nil }
      end = groupEnd
    }
    return end
  }

  func isSeparator(_ index: Int) -> Bool { self[index] == Unit.space || self[index] == Unit.hyphen }

  /// True if one of `words` (lower case) ends before `index`, perhaps with a colon, 号, 号码, 是, 为 or a bracket
  /// between.
  ///
  /// A Latin word must not be the end of a longer one.
  func isPreceded(by words: [[UInt16]], at index: Int) -> Bool {
    var end = index
    let lowest = index - FoldedText.longestFiller
    while end > lowest, FoldedText.filler.contains(self[end - 1]) {
      if isWordEnd(end, words) { return true }
      end -= 1
    }
    return isWordEnd(end, words)
  }

  private func isWordEnd(_ end: Int, _ words: [[UInt16]]) -> Bool {
    words.contains { word in
      let start = end - word.count
      return word.indices.allSatisfy { lowerCase(start + $0) == word[$0] }
        && !(word.first.map(Unit.isLatinLetter) == true && Unit.isLatinLetter(self[start - 1]))
    }
  }

  private static let longestFiller = 6
  private static let filler = UnitSet(" :号號码碼是为為(")

  static func words(_ list: String) -> [[UInt16]] { list.split(separator: " ").map { Array($0.utf16) } }
}
