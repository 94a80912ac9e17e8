/// Finds licence plates: 湘A12345, 粤B·D12345, 京A1234警.
enum PlatePattern {
  /// The plate whose first digit is at `i`: a province, a letter and four to six letters or digits.
  static func match(at i: Int, in text: FoldedText) -> PersonalDataMasker.Span? {
    var letter = i - 1
    while i - letter < 7, Unit.isLatinLetter(text[letter]),
      Unit.isLatinLetter(text[letter - 1]) || isDot(text[letter - 1])
    {
      letter -= 1
    }
    if isDot(text[letter]) { letter -= 1 }
    guard Unit.isLatinLetter(text[letter]), provinces.contains(text[letter - 1]) else { return nil }
    let serial = letter + (isDot(text[letter + 1]) ? 2 : 1)
    var end = serial
    while Unit.isWord(text[end]) { end += 1 }
    switch end - serial {
    // Five on ordinary plates, six on those of electric cars.
    case 5, 6: return .init(kind: .plate, range: letter - 1..<end)
    case 4 where suffixes.contains(text[end]) && !Unit.isWord(text[end + 1]):
      return .init(kind: .plate, range: letter - 1..<end + 1)
    default: return nil
    }
  }

  private static func isDot(_ unit: UInt16) -> Bool { dots.contains(unit) }

  private static let dots = UnitSet("·•・．.‧∙")
  private static let provinces = UnitSet(
    "京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊使领領")
  private static let suffixes = UnitSet("学學警挂掛港澳领領试試超")
}
