import MinyiText
import Testing

struct NormalizerTests {
  private let cleaner = Cleaner()

  @Test(arguments: [
    ("小区噪音扰民", "小区噪音扰民"),
    ("ＡＢＣ１２３，。", "abc123,。"),
    ("請問協商結果", "请问协商结果"),
    ("面積１００㎡", "面积100m2"),
    ("㍿", "株式会社"),
    ("ｶﾞｽ", "ガス"),
    ("e\u{301}E\u{301}", "éé"),
    ("\u{1112}\u{1161}\u{11AB}", "한"),
    ("가\u{11A8}", "각"),
    ("H\u{331}", "ẖ"),
    ("ÀÉ ΑΒΓ ДЖ", "àé αβγ дж"),
    ("零\u{200B}宽\u{FEFF}字\u{AD}符\u{202E}", "零宽字符"),
    ("e\u{200B}\u{301}", "é"),
    ("a\tb\u{3000}\u{A0}c", "a b c"),
    ("第一行  \r\n \n 第二行", "第一行\n第二行"),
    (" \n 前后 \n ", "前后"),
    ("❤\u{FE0F}👨\u{200D}👩", "❤👨👩"),
    ("！！！！！", "!!!!!"),
    ("", ""),
    ("\u{200B}", ""),
  ])
  func example(raw: String, expected: String) {
    #expect(Array(cleaner.normalize(raw).units) == Array(expected.utf16), "\(cleaner.normalize(raw).string)")
  }

  @Test func equalsNaiveNormalization() {
    let naive = NaiveNormalizer()
    var random = RandomText(seed: 11)
    for _ in 0..<6_000 {
      let text = random.next(of: RandomText.plain)
      #expect(cleaner.normalize(text).units == Array(naive.normalize(text).utf16), "\(text.debugDescription)")
    }
  }

  @Test func equalsNaiveNormalizationOfEveryCharacterAndPair() {
    let naive = NaiveNormalizer()
    for value in UInt32(0)...0xFFFF {
      // The units at which patterns end have tests of their own; here they stand alone and are none.
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "字\(scalar)\u{301}字\(scalar)字"
      #expect(
        cleaner.normalize(text).units == Array(naive.normalize(text).utf16), "U+\(String(value, radix: 16))")
    }
  }

  @Test func halfASurrogatePairBecomesAReplacementCharacter() {
    #expect(cleaner.normalize([0x5B57, 0xD83D, 0x5B57, 0xDE00] as [UInt16]).string == "字\u{FFFD}字\u{FFFD}")
  }

  @Test func scratchAndStorageAreUsedAgain() {
    var scratch = CleanerScratch()
    var text = CleanText()
    var random = RandomText(seed: 12)
    for _ in 0..<500 {
      let raw = random.next(of: RandomText.plain + RandomText.markup)
      cleaner.clean(raw, into: &text, scratch: &scratch)
      #expect(text == cleaner.clean(raw), "\(raw.debugDescription)")
    }
  }

  @Test func longCombiningSequences() {
    let marks = String(repeating: "\u{301}", count: 20_000)
    #expect(cleaner.normalize("e" + marks).units.count == 20_000)
    let cut = String(repeating: "<b></b>\u{301}", count: 20_000)
    #expect(cleaner.normalize("e" + cut).units.count == 20_000)
  }
}
