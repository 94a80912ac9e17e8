import MinyiModel
import MinyiText
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("~", 1), ("汉", 2), ("汉字", 4), ("Ａ", 2), ("，", 2), ("\u{3000}", 2), ("ｶ", 1), ("か", 2),
    ("한", 2),
    ("𠮷", 2), ("😀", 2), ("e\u{301}", 1), ("\u{301}", 0), ("\u{200B}", 0), ("a\u{20DD}", 1), ("é", 1),
    ("…", 1),
    ("Я", 1), ("小区 B2 栋", 10), ("\u{7F}", 0),
  ])
  func columns(text: String, count: Int) { #expect(text.columnCount == count, "\(text.debugDescription)") }

  private func randomText(_ random: inout SplitMix64) -> String {
    let pieces = ["汉", "a", "é", "e\u{301}", "😀", "Ａ", " ", "ｶ", "👍🏽", "，", "1", "𠮷"]
    return (0..<random.next(below: 15)).map { _ in pieces[random.next(below: pieces.count)] }.joined()
  }

  @Test func columnsOfTextsAddUp() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<500 {
      let (a, b) = (randomText(&random), randomText(&random))
      #expect((a + b).columnCount == a.columnCount + b.columnCount, "\(a) + \(b)")
    }
  }

  @Test func truncatedTextFitsAndIsTheLongestBeginning() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<1000 {
      let text = randomText(&random)
      for columns in 0..<20 {
        let cut = text.truncated(toColumns: columns)
        #expect(cut.columnCount <= columns, "\(text) to \(columns): \(cut)")
        if text.columnCount <= columns {
          #expect(cut == text)
        } else if columns > 0 {
          #expect(cut.hasSuffix("…"), "\(text) to \(columns): \(cut)")
          let kept = cut.dropLast()
          #expect(text.hasPrefix(kept), "\(text) to \(columns): \(cut)")
          // One character more would not fit beside the ellipsis.
          let longer = String(text.prefix(kept.count + 1))
          #expect(longer.columnCount + 1 > columns, "\(text) to \(columns): \(cut)")
        }
      }
    }
  }

  @Test func paddedTextIsAtLeastAsWide() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<500 {
      let text = randomText(&random)
      for columns in [0, 1, 5, 12, 40] {
        let padded = text.padded(toColumns: columns)
        #expect(padded.columnCount == max(columns, text.columnCount), "\(text) to \(columns)")
        #expect(padded.hasPrefix(text) && padded.dropFirst(text.count).allSatisfy { $0 == " " })
      }
    }
  }
}
