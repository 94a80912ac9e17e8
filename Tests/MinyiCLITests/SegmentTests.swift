import Foundation
import MinyiModel
import TestSupport
import Testing

/// `minyi segment`: a line in, a line out.
@Suite struct SegmentTests {
  private let minyi: MinyiProcess

  init() throws { minyi = try MinyiProcess() }

  private func segment(_ text: String, _ arguments: String...) throws -> ProcessOutcome {
    let outcome = try minyi.run(["segment", "-"] + arguments, input: .text(text))
    try #require(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    return outcome
  }

  /// Lines of Han, Latin, digits, punctuation, emoji, spaces of all widths, and empty ones.
  private static func lines(count: Int, seed: UInt64) -> [String] {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "电梯", "云峰路", "的", "渣土车夜间噪音", "𠮷", "ABC", "x1", "12345", "3.5", "，", "。", "“", "👨‍👩‍👧", "é", " ", "\t",
      "\u{3000}", "\u{A0}", "ﬁ", "①", "臺灣", "カタカナ", "-", "\u{200B}", "<b>",
    ]
    return (0..<count).map { _ in
      (0..<random.next(below: 14)).map { _ in pieces[random.next(below: pieces.count)] }.joined()
    }
  }

  private static func withoutSpace(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  @Test func rawTokensJoinedAreTheLine() throws {
    let lines = SegmentTests.lines(count: 600, seed: 5)
    let output = try segment(lines.map { $0 + "\n" }.joined(), "--raw").outputLines
    try #require(output.count == lines.count)
    for (line, tokens) in zip(lines, output) {
      #expect(
        SegmentTests.withoutSpace(line) == SegmentTests.withoutSpace(tokens), "\(line.debugDescription)")
    }
    #expect(output.contains { $0.contains("渣土车 夜间") })
  }

  @Test func bothFormatsHaveTheSameTokens() throws {
    let text = SegmentTests.lines(count: 300, seed: 6).map { $0 + "\n" }.joined()
    for options in [[], ["--raw"]] {
      let lines = try minyi.run(["segment", "-"] + options, input: .text(text)).outputLines
      let json = try minyi.run(["segment", "-", "--format", "jsonl"] + options, input: .text(text))
        .outputLines
      let tokens = try json.map { try JSONDecoder().decode([String].self, from: Data($0.utf8)) }
      #expect(tokens.map { $0.joined(separator: " ") } == lines)
      #expect(lines.count == 300)
    }
  }

  @Test func linesAreKeptWhateverTheirEnds() throws {
    for text in ["甲乙\n\n丙\n", "甲乙\r\n\r\n丙\r\n", "甲乙\n\n丙"] {
      let lines = try segment(text).outputLines
      #expect(
        lines.map { $0.replacing(" ", with: "") } == ["甲乙", "", "丙"], "\(text.debugDescription): \(lines)")
    }
    #expect(try segment("").outputBytes.isEmpty)
    #expect(try segment("\n").output == "\n")
  }

  @Test func aFileAndAnOutputFile() throws {
    _ = try minyi.home.file("文.txt", "路灯不亮了\n")
    #expect(try minyi("segment", "文.txt", "-o", "词.txt").output.isEmpty)
    let written = try String(contentsOf: minyi.home.url.appendingPathComponent("词.txt"), encoding: .utf8)
    #expect(written == (try segment("路灯不亮了\n")).output && written.contains(" "))
  }

  @Test func badFilesAreToldApart() throws {
    let bytes = Array("路灯不亮\n水".utf8) + [0xFF, 0xFE] + Array("压\n".utf8)
    _ = try minyi.home.file("坏.txt", bytes)
    let invalid = try minyi("segment", "坏.txt", "--encoding", "utf-8")
    #expect(invalid.status == 65 && invalid.errors.contains("坏.txt 第 2 行，字节偏移 16"), "\(invalid)")
    #expect(try minyi("segment", "没有.txt").status == 66)
  }
}
