/// Finds fixed telephone lines: 0731-88888888, (010)88888888转801, 电话：8888888.
enum FixedLinePattern {
  /// The range of the line whose first digit is at `i`, or nil. `i` begins a run of digits.
  static func match(at i: Int, in text: FoldedText) -> Range<Int>? {
    if let range = withAreaCode(at: i, in: text) { return range }
    // Most runs are years and counts: out before the search for shapes.
    let runEnd = text.digitRunEnd(i)
    switch runEnd - i {
    case 7, 8: break
    case 3, 4: if !text.isSeparator(runEnd) { return nil }
    default: return nil
    }
    for shape in localShapes {
      if let end = text.groups(shape, from: i), isSubscriber(i, in: text),
        text.isPreceded(by: phoneWords, at: i)
      {
        return i..<extensionEnd(end, in: text)
      }
    }
    return nil
  }

  private static let localShapes = [[8], [7], [4, 4], [3, 4]]
  private static let phoneWords = FoldedText.words("电话 電話 座机 座機 固话 固話 传真 傳真 热线 熱線 tel fax phone")

  private static func withAreaCode(at i: Int, in text: FoldedText) -> Range<Int>? {
    guard let areaCount = areaCodeCount(at: i, in: text) else { return nil }
    let areaEnd = i + areaCount
    let runEnd = text.digitRunEnd(i)
    if runEnd > areaEnd {
      guard (7...8).contains(runEnd - areaEnd), isSubscriber(areaEnd, in: text) else { return nil }
      return i..<extensionEnd(runEnd, in: text)
    }
    let isBracketed = text[i - 1] == Unit.parenthesisOpen && text[areaEnd] == Unit.parenthesisClose
    guard isBracketed || text.isSeparator(areaEnd) else { return nil }
    let local = areaEnd + (isBracketed && text.isSeparator(areaEnd + 1) ? 2 : 1)
    guard isSubscriber(local, in: text) else { return nil }
    for shape in localShapes {
      if let end = text.groups(shape, from: local) {
        return (isBracketed ? i - 1 : i)..<extensionEnd(end, in: text)
      }
    }
    return nil
  }

  /// Digits of the area code at `i`: 010 and 02x have three, 03xx to 09xx four.
  private static func areaCodeCount(at i: Int, in text: FoldedText) -> Int? {
    guard text[i] == 0x30, text.isDigit(i + 1), text.isDigit(i + 2) else { return nil }
    switch text.digit(i + 1) {
    case 1: return text.digit(i + 2) == 0 ? 3 : nil
    case 2: return 3
    case 3...9: return text.isDigit(i + 3) ? 4 : nil
    default: return nil
    }
  }

  /// A subscriber's number begins with 2 to 9.
  private static func isSubscriber(_ i: Int, in text: FoldedText) -> Bool {
    text.isDigit(i) && text.digit(i) >= 2
  }

  /// The end of an extension behind the number: 转801, 分机801, -801. `end` if there is none.
  private static func extensionEnd(_ end: Int, in text: FoldedText) -> Int {
    var start = end
    if text[start] == Unit.hyphen {
      start += 1
    } else {
      for word in extensionWords where word.enumerated().allSatisfy({ text[end + $0.offset] == $0.element }) {
        start = end + word.count
        break
      }
      guard start > end else { return end }
      if text[start] == Unit.space || text[start] == Unit.colon { start += 1 }
    }
    let extensionEnd = text.digitRunEnd(start)
    // Further digits behind a separator are another number, which must not lose its beginning.
    guard (1...6).contains(extensionEnd - start),
      !(text.isSeparator(extensionEnd) && text.isDigit(extensionEnd + 1))
    else { return end }
    return extensionEnd
  }

  private static let extensionWords = FoldedText.words("转分机 轉分機 分机号 分机 分機 转 轉")
}
