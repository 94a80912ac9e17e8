import MinyiFiles
import MinyiModel
import Testing

@Suite struct JSONRowsTests {
  @Test func valuesComeOutAsText() throws {
    let read = try ReadRows(
      "a.jsonl",
      #"{"id": 188006, "body": "路灯\n不亮 \u4f60\ud83d\ude00", "likes": 1.50, "ok": true, "no": false, "none": null, "big": 123456789012345678901234567890, "list": [1, {"a": "]"}] , "object" : { } }"#
    )
    let record = try #require(read.opinions.first)
    #expect(record[.id] == "188006")
    #expect(record[.body] == "路灯\n不亮 你😀")
    #expect(record[.likes] == "1.50")
    #expect(
      record.others == [
        OtherColumn(name: "ok", value: "true"), OtherColumn(name: "no", value: "false"),
        OtherColumn(name: "big", value: "123456789012345678901234567890"),
        OtherColumn(name: "list", value: #"[1, {"a": "]"}]"#), OtherColumn(name: "object", value: "{ }"),
      ])
  }

  @Test func badLinesAreMalformedAndTheOthersAreRead() throws {
    let lines = [
      #"{"body": "好"}"#, "", #"{"body": "没有结束"#, #"["body"]"#, #""body""#, "12", "不是 JSON", #"{"id": 1}"#,
      "{}",
      #"{"body": "  "}"#, #"{"body": "好"} {"body": "好"}"#, #"{"body": "好",}"#, #"{"body" "好"}"#,
      #"{"body": tru}"#,
      #"{"body": 01}"#, #"{"body": "好", "x": [1 2]}"#, #"{"body": "好"}}"#, #"{"body": "\x"}"#,
      #"{"body": "\ud83d"}"#,
      #"{"body": nul}"#, "{\"body\": \"a\tb\"}", #"{"body": "好", "x": {"y": [1}}}"#, #"{'body': 1}"#, "{",
      "   ",
      #"{"body": "也好"}"#, #"{"id": 2, "body": "", "title": null}"#,
    ]
    let read = try ReadRows("a.jsonl", lines.joined(separator: "\n"))
    #expect(read.outcomes.map(\.line) == Array(1...lines.count))
    #expect(read.bodies == ["好", "也好"])
    #expect(read.blankLines == [2, 9, 10, 25, 27])
    #expect(read.problems.filter { $0.reason == .notObject }.map(\.line) == [4, 5, 6])
    #expect(read.problems.first { $0.line == 8 }?.reason == .noBody(columns: ["id"]))
    let notJSON = read.problems.filter { if case .notJSON = $0.reason { true } else { false } }
    #expect(notJSON.map(\.line) == [3, 7] + Array(11...24))
  }

  @Test func aBadByteIsLocated() throws {
    let head = Array("{\"body\": \"很好\"}\n{\"body\": \"".utf8)
    let read = try ReadRows("a.jsonl", head + [0xC0] + Array("\"}\n{\"body\": \"好\"}".utf8))
    #expect(
      read.problems == [
        RowProblem(line: 2, column: 11, byteOffset: head.count, reason: .invalidBytes(encoding: "UTF-8"))
      ])
    #expect(read.bodies == ["很好", "好"])
  }

  @Test func keysMayDifferFromLineToLine() throws {
    let read = try ReadRows(
      "a.jsonl",
      """
      {"标题": "一", "content": "甲", "x": 1}
      {"text": "乙"}
      {"text": "丙", "content": "丁", "": 5}
      """)
    #expect(read.bodies == ["甲", "乙", "丁"])
    #expect(
      read.opinions[2].others == [OtherColumn(name: "text", value: "丙"), OtherColumn(name: "列5", value: "5")])
    #expect(read.file.columns.map(\.name) == ["标题", "content", "x", "text", "列5"])
  }

  @Test func theOrderOfKeysDoesNotMatter() throws {
    let read = try ReadRows(
      "a.jsonl",
      """
      {"content": "甲", "text": "乙"}
      {"text": "乙", "content": "甲"}
      """)
    #expect(read.bodies == ["甲", "甲"])
    #expect(read.opinions[0].others == read.opinions[1].others)
  }

  @Test func aMapNamesKeys() throws {
    let text = #"{"说明": "甲", "body": "乙"}"#
    let read = try ReadRows("a.jsonl", text, options: ReadOptions(map: [.body: "说明"]))
    #expect(read.bodies == ["甲"])
    #expect(read.opinions.first?.others == [OtherColumn(name: "body", value: "乙")])
    #expect(throws: FileError.self) {
      try ReadRows("a.jsonl", text, options: ReadOptions(map: [.body: "没有"]))
    }
  }

  @Test func objectsWithoutAnyBodyAreRefused() {
    #expect {
      try ReadRows("a.jsonl", #"{"甲": 1}"# + "\n" + #"{"乙": 2}"#)
    } throws: { error in
      guard case FileError.noBodyColumn(_, ["甲", "乙"]) = error else { return false }
      return true
    }
  }

  @Test func arraysAreReadElementByElement() throws {
    let texts = [
      "[{\"body\": \"甲\"}, {\"body\": \"乙]\"}]",
      "[\n  {\n    \"body\": \"甲\"\n  },\r\n  {\"body\": \"乙]\"}\r\n]\n",
      "{\n\"body\": \"甲\"\n}\n{\n\"body\": \"乙]\"\n}",
    ]
    for (text, lines) in zip(texts, [[1, 1], [2, 5], [1, 4]]) {
      let read = try ReadRows("a.json", text)
      #expect(read.file.format == .json)
      #expect(read.bodies == ["甲", "乙]"])
      #expect(read.opinions.map(\.line) == lines)
    }
  }

  @Test func aBadElementCostsOnlyItself() throws {
    let read = try ReadRows(
      "a.json",
      """
      [
        {"body": "甲"},
        {"body": "没有结束},
        {"body": "乙"},
        {"body": "丙",
        {"body": "丁"},
        5,
        {"body": tru},
        {"body": "戊"}
      ]
      """)
    #expect(read.problems.map(\.line) == [3, 5, 7, 8])
    #expect(read.bodies == ["甲", "乙", "丁", "戊"])
  }

  @Test func aMissingQuoteOnALineWithAllElementsCostsLittle() throws {
    let elements = (0..<300).map { "{\"body\": \"第\($0)条\($0 % 20 == 10 ? "" : "\"")}" }
    let read = try ReadRows("a.json", "[" + elements.joined(separator: ", ") + "]")
    #expect(read.problems.count == 15)
    #expect(read.opinions.count == 285)
  }

  @Test func objectsInsideABadElementAreNoOpinions() throws {
    let read = try ReadRows(
      "a.json",
      """
      [{"id": 1, "body": "甲"}, {"id": 2, "body": 乙, "replies": [{"body": "回复"}, {"body": "回复"}]}, {"id": 3, "body": "丙"}]
      """)
    #expect(read.bodies == ["甲", "丙"])
    #expect(read.problems.count == 1)
  }

  @Test func aTruncatedArrayEndsInOneProblem() throws {
    let read = try ReadRows("a.json", "[{\"body\": \"甲\"},\n{\"body\": \"乙")
    #expect(read.bodies == ["甲"])
    #expect(read.problems.map(\.line) == [2])
  }

  /// Cut off between two elements nothing is broken but the array.
  @Test(arguments: ["[{\"body\": \"甲\"},\n{\"body\": \"乙\"},\n", "[{\"body\": \"甲\"}, {\"body\": \"乙\"}"])
  func anArrayThatDoesNotEndIsTold(_ text: String) throws {
    let read = try ReadRows("a.json", text)
    #expect(read.bodies == ["甲", "乙"])
    #expect(read.problems.map(\.reason) == [.notJSON(detail: "the array does not end")])
    #expect(try ReadRows("a.json", text + "]").problems.isEmpty)
  }

  @Test func anArrayMayBeInAnotherEncoding() throws {
    let text = "[{\"内容\": \"路灯不亮\"},\n{\"内容\": \"很久了\"}]"
    let read = try ReadRows("a.json", EncodedSamples.utf16("\u{FEFF}" + text, isBigEndian: false))
    #expect(read.bodies == ["路灯不亮", "很久了"])
    #expect(read.file.encoding == "UTF-16LE")
  }

  @Test func nestingIsBounded() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let read = try ReadRows(
      "a.jsonl", "{\"body\": \"好\"}\n{\"body\": \"好\", \"x\": \(deep)}\n{\"body\": \"好\"}")
    #expect(read.problems == [RowProblem(line: 2, reason: .tooDeep)])
    #expect(read.opinions.count == 2)
  }

  @Test func aRowOfFiveMegabytesIsTooLong() throws {
    let long = String(repeating: "长", count: 1_700_000)
    let read = try ReadRows("a.jsonl", "{\"body\": \"\(long)\"}\n{\"body\": \"好\"}\n")
    #expect(read.problems == [RowProblem(line: 1, reason: .tooLong(limit: 1_000_000, unit: .characters))])
    #expect(read.bodies == ["好"])
  }
}
