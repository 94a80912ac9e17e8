/// Finds the numbers among personal data: identity cards, bank cards, mobile and fixed phones.
enum NumberPattern {
  /// The number whose first digit is at `i`, or nil. `i` begins a run of digits.
  static func match(at i: Int, in text: FoldedText) -> PersonalDataMasker.Span? {
    // Most runs are prices, dates and house numbers: out before the search for shapes.
    let runCount = text.digitRunEnd(i) - i
    guard runCount > 2 || runCount == 2 && text[i] == 0x38, mayBegin(at: i, in: text) else { return nil }
    if runCount == 6 || runCount > 16, let end = identityCard(at: i, in: text) {
      return .init(kind: .idCard, range: i..<end)
    }
    if let range = mobile(at: i, in: text) { return .init(kind: .mobile, range: range) }
    if runCount == 4 || runCount > 15, let end = bankCard(at: i, in: text) {
      return .init(kind: .bankCard, range: i..<end)
    }
    return FixedLinePattern.match(at: i, in: text).map { .init(kind: .phone, range: $0) }
  }

  /// False for decimals and for digits behind a letter (part numbers, case numbers), unless the letters say
  /// that a number for contact follows: `tel13812345678`.
  private static func mayBegin(at i: Int, in text: FoldedText) -> Bool {
    if text[i - 1] == Unit.fullStop, text.isDigit(i - 2) { return false }
    return !Unit.isLatinLetter(text[i - 1]) || text.isPreceded(by: contactWords, at: i)
  }

  private static let contactWords = FoldedText.words("tel phone mobile mob fax call wx vx v qq wechat weixin")

  // MARK: Mobile phones

  private static let mobileShapes = [[11], [3, 4, 4], [3, 8], [7, 4]]

  private static func mobile(at i: Int, in text: FoldedText) -> Range<Int>? {
    let body = countryCodeEnd(at: i, in: text) ?? i
    guard text[body] == 0x31, (3...9).contains(text.digit(body + 1)) else { return nil }
    let end: Int
    if body > i, text.digitRunEnd(i) > body {
      // The country code is in the same run of digits.
      end = text.digitRunEnd(i)
      guard end - body == 11 else { return nil }
    } else if let shaped = mobileShapes.lazy.compactMap({ text.groups($0, from: body) }).first {
      end = shaped
    } else {
      return nil
    }
    if isAmount(endingAt: end, in: text) { return nil }
    return (text[i - 1] == Unit.plus && body > i ? i - 1 : i)..<end
  }

  /// The end of 86 or 0086, with a separator, at `i`.
  private static func countryCodeEnd(at i: Int, in text: FoldedText) -> Int? {
    let start = text[i] == 0x30 && text[i + 1] == 0x30 ? i + 2 : i
    guard text[start] == 0x38, text[start + 1] == 0x36 else { return nil }
    return text.isSeparator(start + 2) ? start + 3 : start + 2
  }

  /// True if the number goes on as a sum of money: 13800000000元, 13800000000.50元.
  private static func isAmount(endingAt end: Int, in text: FoldedText) -> Bool {
    var i = end
    if text[i] == Unit.fullStop, text.isDigit(i + 1) { i = text.digitRunEnd(i + 1) }
    return amountUnits.contains(text[i])
  }

  private static let amountUnits = UnitSet("元万萬亿億")

  // MARK: Cards

  private static let identityCardWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  private static func identityCard(at i: Int, in text: FoldedText) -> Int? {
    var positions: [Int] = []
    var end = i
    // In one run, or as district, date and number: 430102 19900101 1234.
    while positions.count < 17 {
      if text.isDigit(end) {
        positions.append(end)
      } else if positions.count != 6 && positions.count != 14 || !text.isSeparator(end)
        || !text.isDigit(end + 1)
      {
        return nil
      }
      end += 1
    }
    guard text.isDigit(end) || text.lowerCase(end) == 0x78, !Unit.isWord(text[end + 1]) else { return nil }
    let digits = positions.map(text.digit)
    let sum = zip(digits, identityCardWeights).reduce(0) { $0 + $1.0 * $1.1 }
    let last = text.isDigit(end) ? text.digit(end) : 10
    guard (sum + last) % 11 == 1, isBirthDate(digits[6..<14]) else { return nil }
    return end + 1
  }

  private static func isBirthDate(_ digits: ArraySlice<Int>) -> Bool {
    let number = digits.reduce(0) { $0 * 10 + $1 }
    return (1850...2199).contains(number / 10_000) && (1...12).contains(number / 100 % 100)
      && (1...31).contains(number % 100)
  }

  private static let bankCardShapes =
    [[16], [17], [18], [19], [4, 4, 4, 4, 3], [4, 4, 4, 4, 2], [4, 4, 4, 4, 1], [4, 4, 4, 4]]

  private static func bankCard(at i: Int, in text: FoldedText) -> Int? {
    // First digits of cards in use: 62 UnionPay, 4 Visa, 5 Mastercard, 3 JCB and American Express, 9 old
    // local cards. Numbers of cases and orders mostly begin with the year, and every tenth passes the Luhn
    // check.
    guard [3, 4, 5, 6, 9].contains(text.digit(i)) else { return nil }
    for shape in bankCardShapes {
      if let end = text.groups(shape, from: i), passesLuhn(i..<end, in: text) { return end }
    }
    return nil
  }

  private static func passesLuhn(_ range: Range<Int>, in text: FoldedText) -> Bool {
    var sum = 0
    var isDoubled = false
    for i in range.reversed() where text.isDigit(i) {
      let digit = text.digit(i) * (isDoubled ? 2 : 1)
      sum += digit > 9 ? digit - 9 : digit
      isDoubled.toggle()
    }
    return sum % 10 == 0
  }
}
