/// Finds e-mail addresses: name@example.com.
enum EmailPattern {
  private static let longestName = 64

  /// The address whose name begins at or before the digit at `i`.
  static func match(from i: Int, in text: FoldedText) -> PersonalDataMasker.Span? {
    var at = i
    while at - i < longestName, isNameUnit(text[at]) { at += 1 }
    return text[at] == Unit.at ? match(at: at, in: text) : nil
  }

  /// The address whose `@` is at `at`.
  static func match(at: Int, in text: FoldedText) -> PersonalDataMasker.Span? {
    var start = at
    while at - start < longestName, isNameUnit(text[start - 1]) { start -= 1 }
    while start < at, !Unit.isWord(text[start]) { start += 1 }
    guard start < at, let end = domainEnd(from: at + 1, in: text) else { return nil }
    return .init(kind: .email, range: start..<end)
  }

  /// The end of the domain at `start`: labels with full stops between, the last of them two or more letters.
  private static func domainEnd(from start: Int, in text: FoldedText) -> Int? {
    var end: Int?
    var i = start
    while true {
      let label = i
      while Unit.isWord(text[i]) || text[i] == Unit.hyphen { i += 1 }
      guard i > label else { return end }
      if label > start {
        // `qq.com2019年`: a date that follows without a space is no part of the domain.
        var letters = label
        while Unit.isLatinLetter(text[letters]) { letters += 1 }
        if letters - label >= 2 { end = letters }
        if letters < i && end == letters { return end }
      }
      guard text[i] == Unit.fullStop else { return end }
      i += 1
    }
  }

  private static func isNameUnit(_ unit: UInt16) -> Bool {
    switch unit {
    case Unit.fullStop, Unit.underscore, Unit.hyphen, Unit.plus, 0x25: true
    default: Unit.isWord(unit)
    }
  }
}
