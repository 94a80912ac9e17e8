import MinyiFiles
import MinyiModel
import Testing

@Suite struct TextRowsTests {
  @Test(arguments: ["\n", "\r\n", "\r"]) func paragraphsArePartedByBlankLines(lineEnd: String) throws {
    let lines = ["", "路灯不亮", "很久了", "", " \u{3000}", "噪音扰民", ""]
    let read = try ReadRows("a.txt", lines.joined(separator: lineEnd))
    #expect(read.file.format == .text)
    #expect(read.bodies == ["路灯不亮\n很久了", "噪音扰民"])
    #expect(read.outcomes.map(\.line) == [2, 6])
  }

  @Test func withoutBlankLinesALineIsAnOpinion() throws {
    let read = try ReadRows("a.txt", "路灯不亮\n噪音, 扰民\n  停水\n\n")
    #expect(read.bodies == ["路灯不亮", "噪音, 扰民", "  停水"])
    #expect(read.outcomes.map(\.line) == [1, 2, 3])
  }

  @Test func aBadByteSpoilsItsParagraphOnly() throws {
    let head = Array("很好\n好\n\n路灯\n".utf8)
    let read = try ReadRows("a.txt", head + [0x80] + Array("不亮\n\n停水".utf8))
    #expect(
      read.problems == [RowProblem(line: 4, byteOffset: head.count, reason: .invalidBytes(encoding: "UTF-8"))]
    )
    #expect(read.bodies == ["很好\n好", "停水"])
  }

  @Test func aLongParagraphIsMalformed() throws {
    let line = String(repeating: "长", count: 1_000) + "\n"
    let read = try ReadRows("a.txt", "好\n\n" + String(repeating: line, count: 1_700) + "\n好\n")
    #expect(read.problems == [RowProblem(line: 3, reason: .tooLong(limit: 1_000_000, unit: .characters))])
    #expect(read.opinions.count == 2)
  }

  @Test func aLineOfTwentyMegabytesIsMalformed() throws {
    let read = try ReadRows("a.txt", "好\n" + String(repeating: "long ", count: 4 << 20) + "\n好\n")
    #expect(read.problems.map(\.reason) == [.tooLong(limit: 16 << 20, unit: .bytes)])
    #expect(read.opinions.map(\.line) == [1, 3])
  }
}
