import MinyiModel
import MinyiText
import Testing

struct SentenceSplitterTests {
  private func ranges(_ units: [UInt16]) -> [Range<Int>] {
    units.withUnsafeBufferPointer { SentenceSplitter.sentences(of: $0) }
  }

  private func sentences(_ text: String) -> [String] {
    let units = Array(text.utf16)
    return ranges(units).map { String(decoding: units[$0], as: UTF16.self) }
  }

  private static let ends: Set<UInt16> = Set("。！？!?；;…\n".utf16)
  private static let closing: Set<UInt16> = Set("”’\"'）)】」』".utf16)
  private static let spaces: Set<UInt16> = Set(" \n\t\u{3000}".utf16)
  private static let pieces: [[UInt16]] =
    ["路", "灯", "坏", "，", "。", "！", "?", "；", "…", "\n", " ", "\t", "\u{3000}", "”", "）", "」", "“", "a", "😀"]
    .map { Array($0.utf16) }

  private func randomTexts(seed: UInt64) -> [[UInt16]] {
    var random = SplitMix64(seed: seed)
    return (0..<5000).map { _ in
      (0..<random.next(below: 20)).flatMap { _ in Self.pieces[random.next(below: Self.pieces.count)] }
    }
  }

  @Test func sentencesAreInOrderWithOnlyWhiteSpaceBetween() {
    for units in randomTexts(seed: 1) {
      var end = 0
      for range in ranges(units) {
        #expect(range.lowerBound >= end && !range.isEmpty, "\(shown(units))")
        #expect(units[end..<range.lowerBound].allSatisfy { Self.spaces.contains($0) }, "\(shown(units))")
        #expect(!Self.spaces.contains(units[range.lowerBound]), "\(shown(units))")
        #expect(!Self.spaces.contains(units[range.upperBound - 1]), "\(shown(units))")
        end = range.upperBound
      }
      #expect(units[end...].allSatisfy { Self.spaces.contains($0) }, "\(shown(units))")
    }
  }

  @Test func cutsAreThoseOfTheRuleRestated() {
    for units in randomTexts(seed: 2) {
      // A sentence begins where, going back over ends and closing marks, there is an end.
      let cuts = units.indices.filter { p in
        let isMark = { (unit: UInt16) in Self.ends.contains(unit) || Self.closing.contains(unit) }
        let run = units[..<p].reversed().prefix(while: isMark)
        return !isMark(units[p]) && run.contains { Self.ends.contains($0) }
      }
      let starts = [0] + cuts
      let expected = zip(starts, starts.dropFirst() + [units.count]).compactMap { start, end -> Range<Int>? in
        let inside = (start..<end).filter { !Self.spaces.contains(units[$0]) }
        guard let first = inside.first, let last = inside.last else { return nil }
        return first..<last + 1
      }
      #expect(ranges(units) == expected, "\(shown(units))")
    }
  }

  @Test func examples() {
    #expect(sentences("路灯坏了。请修！谢谢") == ["路灯坏了。", "请修！", "谢谢"])
    #expect(sentences("他说“没水。”我们等……") == ["他说“没水。”", "我们等……"])
    #expect(sentences("真的吗？！\n\n 第二段 \n") == ["真的吗？！", "第二段"])
    #expect(sentences(" \n\u{3000}").isEmpty)
    #expect(sentences("3.5 km, ok") == ["3.5 km, ok"])
  }
}
