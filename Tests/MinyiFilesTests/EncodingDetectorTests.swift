import MinyiFiles
import MinyiModel
import Testing

@Suite struct EncodingDetectorTests {
  private static let expected = try? ReadRows("a.csv", EncodedSamples.simplified)

  private func expectSame(_ bytes: [UInt8], _ encoding: String, named: String? = nil) throws {
    let read = try ReadRows("a.csv", bytes, options: ReadOptions(encoding: named))
    #expect(read.file.encoding == encoding)
    #expect(read.file.byteCount == bytes.count)
    #expect(read.opinions == EncodingDetectorTests.expected?.opinions)
    #expect(read.opinions.count == 2)
    #expect(read.opinions.last?[.body] == "搅拌站夜里施工，\n居民无法休息")
  }

  @Test func utf8WithAndWithoutMark() throws {
    let bytes = Array(EncodedSamples.simplified.utf8)
    try expectSame(bytes, "UTF-8")
    try expectSame([0xEF, 0xBB, 0xBF] + bytes, "UTF-8")
    try expectSame([0xEF, 0xBB, 0xBF] + bytes, "UTF-8", named: "utf8")
  }

  @Test(arguments: [false, true]) func utf16WithAndWithoutMark(isBigEndian: Bool) throws {
    let bytes = EncodedSamples.utf16(EncodedSamples.simplified, isBigEndian: isBigEndian)
    let mark = EncodedSamples.utf16("\u{FEFF}", isBigEndian: isBigEndian)
    let name = isBigEndian ? "UTF-16BE" : "UTF-16LE"
    try expectSame(bytes, name)
    try expectSame(mark + bytes, name)
    try expectSame(mark + bytes, name, named: "utf-16")
    let lines = EncodedSamples.utf16(
      EncodedSamples.simplified.replacing("\n", with: "\r\n"), isBigEndian: isBigEndian)
    #expect(try ReadRows("a.csv", lines).opinions.map(\.line) == [2, 3])
  }

  @Test func gb18030() throws {
    try expectSame(EncodedSamples.gb18030, "GB18030")
    try expectSame(EncodedSamples.gb18030, "GB18030", named: "gbk")
    try expectSame(EncodedSamples.gb18030, "GB18030", named: "GB2312")
  }

  @Test func big5() throws {
    for name in [nil, "big5"] {
      let read = try ReadRows("a.csv", EncodedSamples.big5, options: ReadOptions(encoding: name))
      #expect(read.file.encoding == "Big5")
      #expect(read.opinions.last?[.body] == "攪拌站夜裡施工，\n居民無法休息")
    }
  }

  @Test func aNameThatIsNoEncodingIsAUsageError() {
    for name in ["nonsense", "", "UTF-32LE", "ebcdic-cp-us"] {
      #expect {
        try ReadRows("a.csv", EncodedSamples.simplified, options: ReadOptions(encoding: name))
      } throws: { error in
        guard case FileError.unknownEncoding(name) = error else { return false }
        return (error as? FileError)?.exitCode == 64
      }
    }
  }

  @Test func aDamagedByteSpoilsItsRowOnlyInUTF8() throws {
    let head = Array("标题,内容\n一,很好\n二,小区".utf8)
    let bytes = head + [0xFF] + Array("路灯\n三,\"很\n好\"\n".utf8)
    let read = try ReadRows("a.csv", bytes)
    #expect(read.file.encoding == "UTF-8")
    #expect(
      read.problems == [
        RowProblem(line: 3, column: 5, byteOffset: head.count, reason: .invalidBytes(encoding: "UTF-8"))
      ])
    #expect(read.opinions.map { $0[.title] } == ["一", "三"])
  }

  @Test func aDamagedByteSpoilsItsRowOnlyInGB18030() throws {
    let bytes =
      EncodedSamples.gb18030 + [0x33, 0x2C, 0xD2, 0xBB, 0xFF, 0x2C, 0xBA, 0xC3, 0x0A] + [
        0x34, 0x2C, 0x2C, 0xBA, 0xC3,
      ]
    let read = try ReadRows("a.csv", bytes)
    #expect(read.file.encoding == "GB18030")
    let offset = EncodedSamples.gb18030.count + 4
    #expect(
      read.problems == [
        RowProblem(line: 5, column: 4, byteOffset: offset, reason: .invalidBytes(encoding: "GB18030"))
      ])
    #expect(read.bodies.last == "好")
    #expect(read.opinions.last?.line == 6)
  }

  @Test func aLoneSurrogateSpoilsItsRowOnlyInUTF16() throws {
    let head = EncodedSamples.utf16("标题,内容\n一,", isBigEndian: false)
    let bytes = head + [0x00, 0xD8] + EncodedSamples.utf16("好\n二,好\n", isBigEndian: false)
    let read = try ReadRows("a.csv", bytes, options: ReadOptions(encoding: "utf-16le"))
    #expect(read.problems.map(\.line) == [2])
    #expect(read.problems.first?.byteOffset == head.count)
    #expect(read.opinions.map { $0[.title] } == ["二"])
  }

  @Test func aNULSpoilsItsRowOnly() throws {
    let padding = String(repeating: "三,很好\n", count: 200)
    let read = try ReadRows("a.csv", "标题,内容\n一,很\0好\n" + padding)
    #expect(read.problems == [RowProblem(line: 2, byteOffset: 21, reason: .nulCharacter)])
    #expect(read.opinions.count == 200)
  }

  @Test func aFewBadBytesInASCIISpoilTheirRows() throws {
    let bytes =
      Array("id,body\n1,caf".utf8) + [0xE9] + Array("\n".utf8)
      + (2...80).flatMap { Array("\($0),fine\n".utf8) }
    let read = try ReadRows("a.csv", bytes, options: ReadOptions(encoding: "UTF-8"))
    #expect(read.problems.map(\.byteOffset) == [13])
    #expect(read.opinions.count == 79)
  }

  @Test func anUndecodableHeaderNamesLineAndByte() {
    #expect {
      try ReadRows(
        "a.csv", Array("标题,".utf8) + [0xFF, 0x2C] + Array("内容\n一,二,三\n".utf8),
        options: ReadOptions(encoding: "UTF-8"))
    } throws: { error in
      guard case FileError.undecodable(_, "UTF-8", 1, 7) = error else { return false }
      return "\(error)".contains("字节偏移 7")
    }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    var random = SplitMix64(seed: 3)
    let noise = (0..<20_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    #expect {
      try ReadRows("a.csv", noise)
    } throws: { error in
      guard case FileError.binary = error else { return false }
      return (error as? FileError)?.exitCode == 65
    }
  }
}
