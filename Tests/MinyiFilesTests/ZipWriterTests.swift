import Foundation
import MinyiFiles
import TestSupport
import Testing

/// What is written is read by another program.
@Suite struct ZipWriterTests {
  private static let unzip = """
    import sys, zipfile
    with zipfile.ZipFile(sys.argv[1]) as archive:
        assert archive.testzip() is None
        for info in archive.infolist():
            sys.stdout.write(f"{info.filename}|{info.date_time[0]}|{archive.read(info).decode()}\\x1e")
    """

  @Test func anotherProgramReadsWhatWasWritten() throws {
    let folder = try TemporaryFolder()
    let entries = [
      (name: "[Content_Types].xml", text: "<Types/>"), (name: "word/文档.xml", text: "电梯困人\n𠮷 <&>"),
      (name: "空", text: ""), (name: "长", text: String(repeating: "路灯不亮。", count: 100_000)),
    ]
    let path = folder.path + "/a.zip"
    try ZipWriter.write(entries, to: path)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.count < 100_000, "not packed: \(bytes.count)")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", ZipWriterTests.unzip, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let read = output.split(separator: "\u{1E}").map {
      $0.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    }
    #expect(read.map { String($0[0]) } == entries.map(\.name))
    #expect(read.map { String($0[2]) } == entries.map(\.text))
    // Without a time, the same texts give the same bytes, over what was there.
    #expect(Set(read.map { $0[1] }).count == 1)
    try ZipWriter.write(entries, to: path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
  }

  @Test func whatCannotBeWrittenIsTold() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileError.self) { try ZipWriter.write([("a", "b")], to: folder.path + "/没有/a.zip") }
  }
}
