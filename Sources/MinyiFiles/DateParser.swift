public import MinyiModel

/// Reads the dates and times that Chinese office files have.
///
/// `2019-01-02`, `2019/1/2 8:05`, `2019.1.2`, `20190102`, `2019-01-02T08:05:09.123+08:00` (the zone is dropped: civil
/// time as written), `2019年1月2日 8时5分`, `2019年1月2日 下午3:05`, Excel serial numbers 25569...73050 of the 1900 system with
/// a fraction, all also in full-width characters. Years have four digits.
public enum DateParser {
  /// The time that `text` says, or nil if it says none. O(characters).
  public static func parse(_ text: String) -> CivilTime? {
    guard let symbols = DateSymbols.symbols(of: text) else { return nil }
    var cursor = DateCursor(symbols)
    cursor.skipSpaces()
    guard let first = cursor.number() else { return nil }
    if let time = digitsOnly(first, cursor) { return time }
    guard first.digitCount == 4, let day = date(year: first.value, &cursor) else { return nil }
    return time(on: day, cursor)
  }

  /// The same for UTF-8. `2019-01-02` and `2019-01-02 08:05:09`, which most files have, without making a string.
  public static func parse(utf8 text: UnsafeBufferPointer<UInt8>) -> CivilTime? {
    usual(text) ?? parse(String(decoding: text, as: UTF8.self))
  }

  private static func usual(_ text: UnsafeBufferPointer<UInt8>) -> CivilTime? {
    let hasTime = text.count == 19
    guard hasTime || text.count == 10, text[4] == text[7], text[4] == 0x2D || text[4] == 0x2F else {
      return nil
    }
    guard !hasTime || text[10] == 0x20 && text[13] == 0x3A && text[16] == 0x3A else { return nil }
    var isNumber = true
    func number(_ range: Range<Int>) -> Int {
      range.reduce(0) { value, i in
        isNumber = isNumber && (0x30...0x39).contains(text[i])
        return 10 * value + Int(text[i]) - 0x30
      }
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    let (hour, minute, second) =
      hasTime ? (number(11..<13), number(14..<16), number(17..<19)) : (0, 0, 0)
    guard isNumber else { return nil }
    return CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
  }

  private struct Day {
    var year: Int
    var month: Int
    var day: Int
  }

  /// `20190102`, `20190102080509`, `43467`, `43467.5`.
  private static func digitsOnly(_ first: DateCursor.Number, _ cursor: DateCursor) -> CivilTime? {
    var rest = cursor
    rest.skipSpaces()
    if rest.isAtEnd {
      switch first.digitCount {
      case 8: return compact(first.value * 1_000_000)
      case 14: return compact(first.value)
      case 5: return serial(Double(first.value))
      default: return nil
      }
    }
    rest = cursor
    guard first.digitCount == 5, rest.take(".") != nil, let fraction = rest.number() else { return nil }
    rest.skipSpaces()
    guard rest.isAtEnd else { return nil }
    var unit = 1.0
    for _ in 0..<fraction.digitCount { unit *= 10 }
    return serial(Double(first.value) + Double(fraction.value) / unit)
  }

  private static func compact(_ digits: Int) -> CivilTime? {
    let (date, time) = (digits / 1_000_000, digits % 1_000_000)
    // Eight digits may as well be a number of another kind; a year far off says so.
    guard (1900...2100).contains(date / 10_000) else { return nil }
    return CivilTime(
      year: date / 10_000, month: date / 100 % 100, day: date % 100, hour: time / 10_000,
      minute: time / 100 % 100,
      second: time % 100)
  }

  /// Days since 1899-12-30, as Excel counts from March 1900 on; 25569 is 1970-01-01.
  private static func serial(_ days: Double) -> CivilTime? {
    guard (25_569..<73_051).contains(days) else { return nil }
    return CivilTime(seconds: Int64(((days - 25_569) * 86_400).rounded()))
  }

  private static func date(year: Int, _ cursor: inout DateCursor) -> Day? {
    let separators: (Unicode.Scalar, Unicode.Scalar)
    if cursor.peek(past: " ") == "Y" { cursor.skipSpaces() }
    if cursor.take("Y") != nil {
      separators = ("Y", "M")
    } else if let separator = cursor.take("-") ?? cursor.take("/") ?? cursor.take(".") {
      separators = (separator, separator)
    } else {
      return nil
    }
    cursor.skipSpaces()
    guard let month = cursor.number(), month.digitCount <= 2 else { return nil }
    cursor.skipSpaces()
    guard cursor.take(separators.1) != nil else { return nil }
    cursor.skipSpaces()
    guard let day = cursor.number(), day.digitCount <= 2 else { return nil }
    if separators.0 == "Y", cursor.peek(past: " ") == "D" {
      cursor.skipSpaces()
      _ = cursor.take("D")
    }
    return Day(year: year, month: month.value, day: day.value)
  }

  private static func time(on day: Day, _ start: DateCursor) -> CivilTime? {
    var cursor = start
    let hasGap = cursor.skipSpaces() || cursor.take("T") != nil || cursor.previous == "D" || cursor.isAtEnd
    cursor.skipSpaces()
    if cursor.isAtEnd { return CivilTime(year: day.year, month: day.month, day: day.day) }
    var half = cursor.take("a") ?? cursor.take("p")
    guard hasGap || half != nil else { return nil }
    cursor.skipSpaces()
    guard let hour = cursor.number(), hour.digitCount <= 2, let mark = cursor.take(":") ?? cursor.take("h")
    else { return nil }
    var minute = 0
    var second = 0
    if let number = cursor.number() {
      guard number.digitCount <= 2 else { return nil }
      minute = number.value
      if cursor.take(":") ?? cursor.take("m") != nil, let number = cursor.number() {
        guard number.digitCount <= 2 else { return nil }
        second = number.value
        _ = cursor.take("s")
        if cursor.take(".") ?? cursor.take(",") != nil, cursor.number() == nil { return nil }
      }
    } else if mark == ":" {
      return nil
    }
    cursor.skipSpaces()
    if half == nil { half = cursor.take("a") ?? cursor.take("p") }
    guard cursor.skipZone(), let hour24 = hourOfDay(hour.value, half) else { return nil }
    return CivilTime(
      year: day.year, month: day.month, day: day.day, hour: hour24, minute: minute, second: second)
  }

  private static func hourOfDay(_ hour: Int, _ half: Unicode.Scalar?) -> Int? {
    switch half {
    case "a": hour == 12 ? 0 : hour
    case "p": hour < 12 ? hour + 12 : hour
    default: hour
    }
  }
}
