/// Replaces personal data in a resident's text by tags: 13812345678 → 〔手机〕.
///
/// Found, in ASCII and full-width characters:
/// - mobile phones: 11 digits from 13… to 19…, also 3-4-4 and with +86;
/// - fixed lines: an area code and 7 or 8 digits, also with an extension; without an area code only after 电话,
///   座机, tel and the like;
/// - identity cards: 18 digits, the last may be X, with a valid date and check digit (GB 11643, ISO 7064 MOD
///   11-2);
/// - bank cards: 16 to 19 digits that begin with 3, 4, 5, 6 or 9 and pass the Luhn check (ISO/IEC 7812-1);
/// - e-mail addresses and licence plates;
/// - accounts after 微信, QQ and the like: numbers of 5 to 11 digits, names with a digit.
///
/// Hot lines (12345, 110, 12315), company lines (400…), dates, amounts and other long numbers stay. A run of
/// digits is taken whole or not at all. Masking a masked text changes nothing. O(text).
public struct PersonalDataMasker: Sendable {
  /// Has no state: one serves all threads.
  public init() {}

  /// `text` with personal data replaced by tags, and the number of each kind. The same string if there is
  /// none.
  public func mask(_ text: String) -> (source: String, masked: [PersonalDataKind: Int]) {
    var text = text
    guard text.withUTF8(PersonalDataMasker.mayHoldPersonalData) else { return (text, [:]) }
    let units = UTF16Text.units(of: text)
    guard let result = mask(units) else { return (text, [:]) }
    return (String(decoding: result.units, as: UTF16.self), result.masked)
  }

  /// The same for UTF-16 units; nil if there is nothing to mask.
  public func mask(_ units: [UInt16]) -> (units: [UInt16], masked: [PersonalDataKind: Int])? {
    units.withUnsafeBufferPointer(mask)
  }

  /// The same.
  public func mask(_ units: UnsafeBufferPointer<UInt16>) -> (
    units: [UInt16], masked: [PersonalDataKind: Int]
  )? {
    var found = PersonalDataMasker.spans(in: units)
    if found.isEmpty { return nil }
    var result = Array(units)
    var masked: [PersonalDataKind: Int] = [:]
    // Until nothing is found: a name of 30 letters and digits behind 微信 is none, unless half of it turns out
    // to be an identity card. The second round mostly only looks.
    while !found.isEmpty {
      for span in found { masked[span.kind, default: 0] += 1 }
      result = PersonalDataMasker.replaced(found, in: result)
      found = result.withUnsafeBufferPointer(PersonalDataMasker.spans)
    }
    return (result, masked)
  }

  private static func replaced(_ found: [Span], in units: [UInt16]) -> [UInt16] {
    var result: [UInt16] = []
    result.reserveCapacity(units.count)
    var copied = 0
    for span in found {
      result.append(contentsOf: units[copied..<span.range.lowerBound])
      result.append(contentsOf: span.kind.tag.utf16)
      copied = span.range.upperBound
    }
    result.append(contentsOf: units[copied...])
    return result
  }

  /// A part of a text that is personal data.
  struct Span {
    var kind: PersonalDataKind
    var range: Range<Int>
  }

  /// The personal data of a text, from left to right. Every kind holds a digit or an `@`: the search starts
  /// there.
  private static func spans(in units: UnsafeBufferPointer<UInt16>) -> [Span] {
    var found: [Span] = []
    var text = FoldedText(units: units, floor: 0)
    let mayHoldAddress = units.contains { $0 == Unit.at || $0 == 0xFF20 }
    var i = 0
    while i < units.count {
      guard isAnchor(units[i]) else {
        i += 1
        continue
      }
      if let span = span(at: i, in: text, mayHoldAddress) {
        found.append(span)
        i = span.range.upperBound
        text.floor = i
      } else if text.isDigit(i) {
        i = text.digitRunEnd(i)
      } else {
        i += 1
      }
    }
    return found
  }

  private static func span(at i: Int, in text: FoldedText, _ mayHoldAddress: Bool) -> Span? {
    if text[i] == Unit.at { return EmailPattern.match(at: i, in: text) }
    let address = mayHoldAddress ? EmailPattern.match(from: i, in: text) : nil
    return address ?? PlatePattern.match(at: i, in: text)
      ?? NumberPattern.match(at: i, in: text) ?? AccountPattern.match(at: i, in: text)
  }

  @inline(__always)
  private static func isAnchor(_ unit: UInt16) -> Bool {
    Unit.isDigit(unit) || unit == Unit.at || unit &- 0xFF10 < 10 || unit == 0xFF20
  }

  /// False only if no digit and no `@`, ASCII or full-width, is in the UTF-8 `bytes`.
  private static func mayHoldPersonalData(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for i in bytes.indices {
      let byte = bytes[i]
      if byte &- 0x30 < 10 || byte == 0x40 { return true }
      // U+FF10...U+FF19 and U+FF20 are EF BC 90...99 and EF BC A0.
      if byte == 0xEF, i + 2 < bytes.count, bytes[i + 1] == 0xBC,
        bytes[i + 2] &- 0x90 < 10 || bytes[i + 2] == 0xA0
      {
        return true
      }
    }
    return false
  }
}
