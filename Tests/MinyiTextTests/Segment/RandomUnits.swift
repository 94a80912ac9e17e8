import MinyiModel

/// Seeded random UTF-16 texts of many scripts, half surrogate pairs among them.
struct RandomUnits {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// Words that ICU's dictionary knows, names that it does not, and other scripts and signs.
  static let pieces: [[UInt16]] =
    [
      "小区", "居民", "噪音", "扰民", "物业", "搅拌站", "龙津河", "中华人民共和国", "的", "了", "不", "々", "〇", "𠮷", "𡈽",
      "wifi", "a", "B2", "3a", "can't", "é", "e\u{301}", "я", "1", "12.5", "1,000", "２０", "٣", "カタカナ", "ひらがな",
      "ー", "한국어", "가", "\u{1112}\u{1161}\u{11AB}", "ไทย", "😀", "👨\u{200D}👩\u{200D}👧", "👍🏽", "🇨🇳", "❤\u{FE0F}",
      "，", "。", "！", " ", "  ", "\n", "\r\n", "\t", "\u{3000}", "_", "-", "'", ":", ".", "\u{301}",
      "\u{200B}",
      "\u{FEFF}", "\u{0}", "\u{FFFD}", "\u{FFFF}",
    ].map { Array($0.utf16) } + [[0xD83D], [0xDC00], [0xDBFF, 0xD800]]

  /// A text of up to `maximum` pieces, one in four a Han character by chance.
  mutating func next(maximum: Int = 30) -> [UInt16] {
    (0..<generator.next(below: maximum + 1)).flatMap { _ in
      generator.next(below: 4) == 0
        ? [UInt16(0x4E00 + generator.next(below: 0x5000))]
        : Self.pieces[generator.next(below: Self.pieces.count)]
    }
  }
}

/// A text for a message: readable, with every unit.
func shown(_ units: [UInt16]) -> String {
  String(decoding: units, as: UTF16.self) + " " + units.map { String($0, radix: 16) }.joined(separator: " ")
}
