/// Reads the symbols of a date from left to right.
struct DateCursor {
  struct Number {
    var value: Int
    var digitCount: Int
  }

  private let symbols: [Unicode.Scalar]
  private var position = 0

  init(_ symbols: [Unicode.Scalar]) { self.symbols = symbols }

  var isAtEnd: Bool { position == symbols.count }
  var previous: Unicode.Scalar? { position > 0 ? symbols[position - 1] : nil }

  /// Up to 17 digits; nil if there is none here, or more.
  mutating func number() -> Number? {
    var number = Number(value: 0, digitCount: 0)
    while position < symbols.count, ("0"..."9").contains(symbols[position]) {
      if number.digitCount == 17 { return nil }
      number.value = 10 * number.value + Int(symbols[position].value - 0x30)
      number.digitCount += 1
      position += 1
    }
    return number.digitCount > 0 ? number : nil
  }

  /// Passes over `symbol` and returns it, or nil if another is here.
  mutating func take(_ symbol: Unicode.Scalar) -> Unicode.Scalar? {
    guard position < symbols.count, symbols[position] == symbol else { return nil }
    position += 1
    return symbol
  }

  /// The next symbol that is not `passed`.
  func peek(past passed: Unicode.Scalar) -> Unicode.Scalar? { symbols[position...].first { $0 != passed } }

  /// True if there was a space.
  @discardableResult
  mutating func skipSpaces() -> Bool {
    let start = position
    while position < symbols.count, symbols[position] == " " { position += 1 }
    return position > start
  }

  /// Passes over `Z`, `+08:00`, `+0800` or nothing; true if the end is then reached.
  mutating func skipZone() -> Bool {
    skipSpaces()
    if take("Z") == nil, take("+") ?? take("-") != nil {
      guard let hours = number(), hours.digitCount == 2 || hours.digitCount == 4 else { return false }
      if take(":") != nil, number()?.digitCount != 2 { return false }
    }
    skipSpaces()
    return isAtEnd
  }
}
