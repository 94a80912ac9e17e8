import Minyi
import Testing

struct TextDifferenceTests {
  private func old(_ difference: TextDifference) -> String {
    difference.parts.map {
      switch $0 {
      case .same(let text), .removed(let text): text
      case .inserted: ""
      }
    }.joined()
  }

  private func new(_ difference: TextDifference) -> String {
    difference.parts.map {
      switch $0 {
      case .same(let text), .inserted(let text): text
      case .removed: ""
      }
    }.joined()
  }

  @Test func theDifferenceOfAPlainExample() {
    let difference = TextDifference(from: "路灯坏了三个月", to: "路灯坏了四个月了")
    #expect(
      difference.parts == [.same("路灯坏了"), .removed("三"), .inserted("四"), .same("个月"), .inserted("了")])
    #expect(TextDifference(from: "", to: "").parts.isEmpty)
    #expect(TextDifference(from: "a", to: "a").parts == [.same("a")])
    #expect(TextDifference(from: "", to: "新").parts == [.inserted("新")])
    #expect(TextDifference(from: "旧", to: "").parts == [.removed("旧")])
  }

  @Test func bothTextsCanBeReadFromIt() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<500 {
      let texts = (0..<2).map { _ in
        String((0..<random.next(below: 12)).map { _ in "甲乙丙👍🏽".randomElement(using: &random) ?? "丁" })
      }
      let difference = TextDifference(from: texts[0], to: texts[1])
      #expect(old(difference) == texts[0] && new(difference) == texts[1], "\(texts)")
      // No two neighbours of one kind, nothing empty.
      for (a, b) in zip(difference.parts, difference.parts.dropFirst()) {
        switch (a, b) {
        case (.same, .same), (.removed, .removed), (.inserted, .inserted): Issue.record("\(difference.parts)")
        default: break
        }
      }
    }
  }
}
