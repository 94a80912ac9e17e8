/// Finds accounts of WeChat and QQ behind their names: 微信：zhang_123, QQ号 123456789.
enum AccountPattern {
  private static let words = FoldedText.words("微信 wechat weixin wx vx qq")

  /// The account that holds the digit at `i`. `i` begins a run of digits.
  static func match(at i: Int, in text: FoldedText) -> PersonalDataMasker.Span? {
    number(at: i, in: text) ?? name(around: i, in: text)
  }

  private static func number(at i: Int, in text: FoldedText) -> PersonalDataMasker.Span? {
    let end = text.digitRunEnd(i)
    guard (5...11).contains(end - i), !isNameUnit(text[end]), !isHotline(i..<end, in: text),
      text.isPreceded(by: words, at: i)
    else { return nil }
    return .init(kind: .account, range: i..<end)
  }

  /// A name as WeChat allows them: a letter, then letters, digits, `_` and `-`, six to twenty in all.
  private static func name(around i: Int, in text: FoldedText) -> PersonalDataMasker.Span? {
    // A digit is at `i`, and a name begins with a letter.
    guard isNameUnit(text[i - 1]) else { return nil }
    var start = i
    while i - start < longestName, isNameUnit(text[start - 1]) { start -= 1 }
    var end = i
    while end - start <= longestName, isNameUnit(text[end]) { end += 1 }
    guard (6...longestName).contains(end - start), Unit.isLatinLetter(text[start]),
      text.isPreceded(by: words, at: start)
    else { return nil }
    return .init(kind: .account, range: start..<end)
  }

  private static let longestName = 20

  /// Five-digit service numbers: 12345, 12315, 10086, 95588.
  private static func isHotline(_ range: Range<Int>, in text: FoldedText) -> Bool {
    guard range.count == 5 else { return false }
    return [10, 11, 12, 95, 96].contains(text.digit(range.lowerBound) * 10 + text.digit(range.lowerBound + 1))
  }

  private static func isNameUnit(_ unit: UInt16) -> Bool {
    Unit.isWord(unit) || unit == Unit.underscore || unit == Unit.hyphen
  }
}
