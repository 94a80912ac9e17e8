import Minyi
import TestSupport
import Testing

/// What the words of a file would change.
struct LexiconCheckerTests {
  private static let lines = [
    #"{"id":"1","title":"溪岚桥","body":"溪岚桥头堵车，救护车进不去。"}"#,
    #"{"id":"2","title":"路灯","body":"溪岚桥头的路灯不亮。溪岚桥头没有人管。"}"#,
    #"{"id":"3","title":"路灯","body":"溪岚桥头的路灯不亮。溪岚桥头没有人管。"}"#,
    #"{"id":"4","title":"停水","body":"城东又停水了。"}"#,
  ]

  private func check(_ words: String, _ lines: [String] = lines, threads: Int = 2) throws
    -> LexiconCheckDocument
  {
    let texts = try ImportedTexts(lines, threadCount: threads)
    let file = try LexiconFile(path: texts.folder.file("词.txt", words))
    let checker = LexiconChecker(dictionaries: texts.workspace.dictionaries, threads: texts.workspace.threads)
    return try withExtendedLifetime(texts.folder) { try checker.check(file, in: texts.workspace) }
  }

  @Test func everyWordSaysWhatItChanges() throws {
    let document = try check("溪岚桥头\tplace\n路灯\tcut\n停水\n月球基地\n")
    #expect(document.texts == 3 && document.problems.isEmpty)
    #expect(document.words.map(\.word) == ["溪岚桥头", "路灯", "停水", "月球基地"])
    #expect(document.words.map(\.wordClass) == ["place", "cut", nil, nil])
    let (bridge, lamp, water, moon) = (
      document.words[0], document.words[1], document.words[2], document.words[3]
    )
    #expect(bridge.textsChanged == 2 && !bridge.isInICU && bridge.parts.count > 1 && bridge.cost == 120)
    #expect(bridge.parts.joined() == "溪岚桥头")
    #expect(bridge.samples.count == 2 && Set(bridge.samples.map(\.opinion)).count == 2)
    for sample in bridge.samples {
      #expect(sample.after.contains("溪岚桥头") && !sample.before.contains("溪岚桥头"), "\(sample)")
      #expect(sample.before.joined() == sample.after.joined(), "\(sample)")
    }
    // One text of two opinions has a lamp in title and body.
    #expect(lamp.textsChanged == 1 && lamp.isInICU && lamp.parts == ["路灯"] && lamp.cost == nil)
    #expect(lamp.samples.first?.after.contains("路灯") == false)
    // ICU has it, so with it nothing changes.
    #expect(water.textsChanged == 0 && water.isInICU && water.samples.isEmpty && water.parts == ["停水"])
    #expect(moon.textsChanged == 0 && moon.samples.isEmpty)
  }

  @Test func rowsAndThreadsDoNotMatter() throws {
    let lines = try ImportedTexts.corpusLines()
    let words = "锦澜花园\n樟木村\tplace\n安全没有保障\n物业\tcut\n"
    let expected = try check(words, lines)
    #expect(expected.words[0].textsChanged.map { $0 >= 30 } == true && expected.words[0].samples.count == 3)
    var random = SplitMix64(seed: 71)
    #expect(try check(words, lines.shuffled(using: &random), threads: 5) == expected)
  }

  @Test func linesThatAreWrongAreToldWithTheirNumbers() throws {
    let document = try check(
      "# 词\n溪岚桥头\n桥\n\n溪岚桥头\tplace\n甲乙\t没有的类\n甲乙\tplace\t三列\n溪 岚\n，。\n溪嵐路口\n")
    #expect(document.words.map(\.word) == ["溪岚桥头", "溪岚路口"])
    #expect(document.problems.map(\.line) == [3, 5, 6, 7, 8, 9])
    #expect(document.problems[1].reason.contains("2") && document.problems[2].reason.contains("没有的类"))
  }

  @Test func anyEncodingIsReadAndNoTextIsNone() throws {
    let folder = try TemporaryFolder()
    // 溪岚桥头, in GB18030 and with a byte order mark.
    let gb = try folder.file("gb.txt", [0xCF, 0xAA, 0xE1, 0xB0, 0xC7, 0xC5, 0xCD, 0xB7, 0x0A])
    #expect(try LexiconFile(path: gb, encoding: "GB18030").entries.map(\.word) == ["溪岚桥头"])
    let marked = try folder.file("bom.txt", [0xEF, 0xBB, 0xBF] + Array("溪岚桥头\r\n五里冲口\r\n".utf8))
    #expect(try LexiconFile(path: marked).entries.map(\.word) == ["溪岚桥头", "五里冲口"])
    let binary = try folder.file("b.bin", [0x00, 0x01, 0x02, 0x00, 0xFF])
    #expect(throws: FileError.self) { try LexiconFile(path: binary) }
    #expect(throws: FileError.self) { try LexiconFile(path: folder.path + "/none") }
    #expect(throws: FileError.self) { try LexiconFile(path: folder.path) }
  }

  @Test func withoutTextsOnlyTheWordsAreTold() throws {
    let folder = try TemporaryFolder()
    let file = try LexiconFile(path: folder.file("词.txt", "溪岚桥头\n"))
    let document = try LexiconChecker(dictionaries: .empty, threads: ParallelChunks(threadCount: 1)).check(
      file)
    #expect(document.texts == nil && document.words.first?.textsChanged == nil)
    #expect(document.words.first?.parts.joined() == "溪岚桥头")
  }
}
