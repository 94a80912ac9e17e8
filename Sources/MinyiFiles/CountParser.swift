/// Reads counts such as likes: `12`, `1,234`, `3.0`, `1.2万`, also in full-width digits.
public enum CountParser {
  /// The count that `text` says; nil if it says none, or one that is negative, no whole number or out of range.
  public static func parse(_ text: String) -> Int? {
    // Most counts are a few ASCII digits.
    if text.utf8.count < 16, !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Int(text)
    }
    var characters = Array(Whitespace.trimmed(text).unicodeScalars.map(narrow))
    var zeroCount = 0
    switch characters.last {
    case "万", "萬", "w", "W": zeroCount = 4
    case "亿", "億": zeroCount = 8
    default: break
    }
    if zeroCount > 0 { characters.removeLast() }
    let parts = characters.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = digits(first) else { return nil }
    var fraction = parts.count > 1 ? Array(parts[1]) : []
    if parts.count > 1, fraction.isEmpty { return nil }
    while fraction.last == "0" { fraction.removeLast() }
    guard fraction.count <= zeroCount, fraction.allSatisfy(isDigit) else { return nil }
    let zeros = [Unicode.Scalar](repeating: "0", count: zeroCount - fraction.count)
    return Int(String(String.UnicodeScalarView(whole + fraction + zeros)))
  }

  /// The same for UTF-8; a few digits without making a string.
  public static func parse(utf8 text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !text.isEmpty, text.count < 16, text.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return parse(String(decoding: text, as: UTF8.self))
    }
    return text.reduce(0) { 10 * $0 + Int($1) - 0x30 }
  }

  /// The digits of a whole number; commas are allowed where they part thousands.
  private static func digits(_ part: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    let groups = part.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty, part.allSatisfy({ isDigit($0) || $0 == "," }) else {
      return nil
    }
    if groups.count > 1, first.count > 3 || groups.dropFirst().contains(where: { $0.count != 3 }) {
      return nil
    }
    return Array(groups.joined())
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Full-width ASCII to ASCII.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }
}
