import MinyiText
import Testing

struct CleanTextTests {
  private let cleaner = Cleaner()

  /// The source of the units that spell `word` in the cleaned text.
  private func source(of word: String, in raw: String) -> String? {
    let text = cleaner.normalize(raw)
    let pattern = Array(word.utf16)
    for start in text.units.indices where text.units[start...].starts(with: pattern) {
      let range = text.sourceRange(start..<start + pattern.count)
      return String(decoding: Array(raw.utf16)[range], as: UTF16.self)
    }
    return nil
  }

  @Test(arguments: [
    ("小區噪音", "小区", "小區"),
    ("共協(xié)商事", "协商", "協(xié)商"),
    ("共協(xié)商事", "协", "協"),
    ("共協(xié)商事", "商", "商"),
    ("在㍿上班", "株式会社", "㍿"),
    ("在㍿上班", "会", "㍿"),
    ("cafe\u{301}店", "é", "e\u{301}"),
    ("好😀好", "😀", "😀"),
    ("面积<b>很</b>大", "积很大", "积<b>很</b>大"),
    ("面积<b>很</b>大", "很", "很"),
    ("一 \u{3000}\n 二", "\n", " \u{3000}\n "),
    ("甲&amp;lt;乙", "<", "&amp;lt;"),
    ("看http://a.cn/b 吧", " ", "http://a.cn/b "),
    ("零\u{200B}宽", "零宽", "零\u{200B}宽"),
    ("#物业费#太高", "物业费太", "物业费#太"),
  ])
  func sourceOfUnits(raw: String, word: String, expected: String) {
    #expect(source(of: word, in: raw) == expected)
  }

  @Test func halfOfAPairIsTheWholePair() {
    let text = cleaner.normalize("好😀")
    #expect(text.units.count == 3)
    #expect(text.sourceRange(1..<2) == 1..<3)
    #expect(text.sourceRange(2..<3) == 1..<3)
  }

  @Test func emptyAndForeignRanges() {
    let text = cleaner.normalize("<b>好</b>")
    #expect(text.sourceRange(0..<0) == 3..<3)
    #expect(text.sourceRange(1..<1) == 8..<8)
    #expect(text.sourceRange(0..<99) == 3..<4)
    #expect(text.sourceRange(7..<9) == 8..<8)
    #expect(CleanText().sourceRange(0..<0) == 0..<0)
    #expect(CleanText() == cleaner.normalize(""))
  }
}
