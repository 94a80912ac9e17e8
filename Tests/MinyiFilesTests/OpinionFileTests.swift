import Foundation
import MinyiFiles
import MinyiModel
import TestSupport
import Testing

@Suite struct OpinionFileTests {
  @Test func aMissingFileAndAFolderAreNoInput() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path + "/没有.csv"
    #expect(throws: FileError.notFound(path: missing)) { try OpinionFile.open(missing) }
    #expect(throws: FileError.notFound(path: missing + "/a")) { try OpinionFile.open(missing + "/a") }
    #expect(throws: FileError.isFolder(path: folder.path)) { try OpinionFile.open(folder.path) }
    #expect(FileError.notFound(path: "a").exitCode == 66)
    #expect(FileError.isFolder(path: "a").exitCode == 66)
    #expect(FileError.notFound(path: "a.csv").description == "找不到文件：a.csv（no such file）")
  }

  @Test(.enabled("root may read everything") { geteuid() != 0 }) func aFileWithoutPermissionIsUnreadable()
    throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.csv", "内容\n甲\n")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    #expect {
      try OpinionFile.open(path)
    } throws: { error in
      guard case FileError.unreadable = error else { return false }
      return (error as? FileError)?.exitCode == 66
    }
  }

  @Test(arguments: ["", " ", "\n\n", "\u{FEFF}", "\u{FEFF}\n", " \t\r\n\u{3000}\n"])
  func anEmptyFileIsBadData(text: String) {
    for name in ["a.csv", "a.txt", "a.jsonl", "a.json", "a"] {
      #expect {
        try ReadRows(name, text)
      } throws: { error in
        guard case FileError.empty = error else { return false }
        return (error as? FileError)?.exitCode == 65
      }
    }
  }

  @Test(arguments: [("a.csv", "标题,内容"), ("a.csv", "标题,内容\r\n"), ("a.json", "[]"), ("a.json", "[\n]\n")])
  func aHeaderAloneOpensAndHasNoRows(name: String, text: String) throws {
    #expect(try ReadRows(name, text).outcomes.isEmpty)
  }

  @Test func aPipeIsReadToItsEnd() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let text = "标题,内容\n" + String(repeating: "一,好\n", count: 120_000)
    let writer = Thread { try? Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
    writer.start()
    let file = try OpinionFile.open(path)
    var count = 0
    try file.forEachRow { _, _ in count += 1 }
    #expect(count == 120_000)
    #expect(file.byteCount == text.utf8.count)
  }

  @Test(arguments: ["a.csv", "a.jsonl", "a.json", "a.txt"]) func progressGrowsToTheEndAndReadingCanBeRepeated(
    name: String
  ) throws {
    let folder = try TemporaryFolder()
    let row = name == "a.csv" ? "一,好\n" : name == "a.txt" ? "一\n" : "{\"body\": \"好\"}\n"
    let text = (name == "a.csv" ? "标题,内容\n" : "") + String(repeating: row, count: 50)
    let json = "[" + text.split(separator: "\n").joined(separator: ",") + "]"
    let file = try OpinionFile.open(try folder.file(name, name == "a.json" ? json : text))
    for _ in 0..<2 {
      var steps: [Int] = []
      try file.forEachRow { _, bytesRead in steps.append(bytesRead) }
      #expect(steps.count == 50)
      #expect(steps == steps.sorted())
      #expect(steps.last == file.byteCount)
    }
  }

  @Test func anErrorOfTheCallerEndsTheReading() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let file = try OpinionFile.open(try folder.file("a.csv", "内容\n一\n二\n三\n"))
    var count = 0
    #expect(throws: Stop.self) {
      try file.forEachRow { _, _ in
        count += 1
        if count == 2 { throw Stop() }
      }
    }
    #expect(count == 2)
  }

  @Test func titleAndBodyAreVerbatimAndTheOthersTrimmed() throws {
    let read = try ReadRows("a.csv", "标题,内容,用户,备注\n\" 题 \",\"\u{3000}文\n\",\" 张三\u{3000}\",\" 甲 \"\n")
    let record = try #require(read.opinions.first)
    #expect(record[.title] == " 题 ")
    #expect(record[.body] == "\u{3000}文\n")
    #expect(record[.author] == "张三")
    #expect(record.others == [OtherColumn(name: "备注", value: "甲")])
    #expect(record[.place] == nil)
  }
}
