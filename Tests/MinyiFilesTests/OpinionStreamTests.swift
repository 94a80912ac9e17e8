import Foundation
import MinyiFiles
import TestSupport
import Testing

/// What comes through a pipe in pieces of any size must be what a file of the same bytes says.
struct OpinionStreamTests {
  static let csv =
    "id,body\n1,路灯不亮\n2,\"有\n换行，也有\"\"引号\"\"\"\n\n3,多,了,格\n4,\"没有闭合\n5,之后的行\n6,\n7,最后一行没有换行"
  static let jsonl =
    "{\"id\":1,\"body\":\"路灯不亮\"}\n\n{\"body\":\"坏\r\n{\"title\":\"只有标题\"}\n[1]\n{\"id\":9}\n{\"body\":\"𠮷\"}"

  private func rows(ofFile bytes: [UInt8]) throws -> [String] {
    let folder = try TemporaryFolder()
    var rows: [String] = []
    try OpinionFile.open(try folder.file("a.dat", bytes)).forEachRow { row, _ in
      rows.append("\(row)".replacing("a.dat", with: ""))
    }
    return rows
  }

  private func rows(ofPipe bytes: [UInt8], pieces: Int) throws -> [String] {
    let folder = try TemporaryFolder()
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let writer = Thread {
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      for start in stride(from: 0, to: bytes.count, by: pieces) {
        try? handle.write(contentsOf: Data(bytes[start..<min(bytes.count, start + pieces)]))
        if pieces < 1000 { usleep(200) }
      }
      try? handle.close()
    }
    writer.start()
    var rows: [String] = []
    try OpinionStream(path: path).forEachBatch { batch, _ in rows += batch.map { "\($0)" } }
    return rows
  }

  @Test(arguments: [1, 7, 64, 1_000_000])
  func aPipeSaysWhatAFileSays(_ pieces: Int) throws {
    for text in [OpinionStreamTests.csv, OpinionStreamTests.jsonl, "\u{FEFF}" + OpinionStreamTests.csv] {
      let bytes = Array(text.utf8)
      #expect(try rows(ofPipe: bytes, pieces: pieces) == rows(ofFile: bytes), "\(pieces): \(text)")
    }
  }

  /// Rows that end beyond a block, and more bytes than a block has.
  @Test func blocksOfAnySizeGiveTheSameRows() throws {
    var csv = "id,body\n"
    var jsonl = ""
    for i in 0..<6_000 {
      csv += "\(i),\"第 \(i) 条\n\(String(repeating: "长", count: i % 97))，完\"\n"
      jsonl += "{\"id\":\(i),\"body\":\"第 \(i) 条\(String(repeating: "长", count: i % 97))\"}\n"
      if i % 1000 == 999 { csv += "\(i),\"引号没有闭合\n" }
    }
    for text in [csv, jsonl] {
      let bytes = Array(text.utf8)
      let expected = try rows(ofFile: bytes)
      #expect(expected.count >= 6_000)
      #expect(try rows(ofPipe: bytes, pieces: 50_001) == expected)
    }
  }

  @Test func whatCannotBeReadIsSaid() throws {
    #expect(throws: FileError.self) { try OpinionStream(path: "/没有这个文件") }
    #expect(throws: FileError.empty(path: "/dev/null")) { try OpinionStream(path: "/dev/null") }
    #expect(throws: FileError.isFolder(path: "/tmp")) { try OpinionStream(path: "/tmp") }
  }

  /// A whole workbook or array may come through a pipe as well; it is read to its end.
  @Test func whatDoesNotStreamIsReadWhole() throws {
    let bytes = Array("[{\"body\":\"一\"},\n{\"body\":\"二\"}]".utf8)
    #expect(try rows(ofPipe: bytes, pieces: 3) == rows(ofFile: bytes))
  }
}
