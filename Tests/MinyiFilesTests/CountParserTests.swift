import MinyiFiles
import Testing

@Suite struct CountParserTests {
  @Test(arguments: [
    "0", "12", "007", "1,234", "-1", "", " 5 ", "１２", "999999999999999", "9999999999999999", "1.2万",
  ])
  func bytesGiveWhatTheStringGives(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { CountParser.parse(utf8: $0) } == CountParser.parse(text))
  }

  @Test(arguments: [
    ("12", 12), ("0", 0), (" 7 ", 7), ("1,234", 1_234), ("12,345,678", 12_345_678), ("3.0", 3), ("１２", 12),
    ("１，２３４", 1_234), ("1.2万", 12_000), ("3万", 30_000), ("1.25w", 12_500), ("1.2345亿", 123_450_000),
    ("007", 7),
  ]) func reads(text: String, expected: Int) {
    #expect(CountParser.parse(text) == expected)
  }

  @Test(arguments: [
    "", "-", "-3", "3.5", "1.23456万", "一", "12,34", ",123", "1,23", "3.", "万", "1e3", "1 2", "12人",
    "99999999999999999999",
  ]) func refuses(text: String) {
    #expect(CountParser.parse(text) == nil)
  }
}
