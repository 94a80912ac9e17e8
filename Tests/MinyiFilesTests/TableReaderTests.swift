import MinyiFiles
import MinyiModel
import Testing

@Suite struct TableReaderTests {
  /// A random table as text, with everything that quoting allows.
  private static func table(_ random: inout SplitMix64, delimiter: String) -> String {
    let pieces = [
      "路灯", "不亮", "，", "a", "0", "\"", delimiter, "\n", "\r\n", "\r", " ", "\u{3000}", "😀", "噪音扰民",
    ]
    let lineEnds = ["\n", "\r\n", "\r"]
    let columnCount = 2 + random.next(below: 4)
    var text = "标题" + delimiter + "内容"
    for index in 2..<max(2, columnCount) { text += delimiter + "其他\(index)" }
    // A table has one kind of line end or all of them.
    let isMixed = random.next(below: 3) == 0
    let own = lineEnds[random.next(below: 3)]
    func lineEnd() -> String { isMixed ? lineEnds[random.next(below: 3)] : own }
    text += lineEnd()
    let rowCount = random.next(below: 12)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        if column > 0 { text += delimiter }
        var value = column == 0 ? "第\(row)条" : ""
        for _ in 0..<random.next(below: 6) { value += pieces[random.next(below: pieces.count)] }
        let mustQuote = value.unicodeScalars.contains { "\"\r\n\(delimiter)".unicodeScalars.contains($0) }
        if mustQuote || random.next(below: 3) == 0 {
          value = "\"" + value.replacing("\"", with: "\"\"") + "\""
        }
        text += value
      }
      if row < rowCount - 1 || random.next(below: 2) == 0 { text += lineEnd() }
    }
    return text
  }

  @Test(arguments: [",", "\t", ";"]) func agreesWithTheOracleOnRandomTables(delimiter: String) throws {
    var random = SplitMix64(seed: 20_190_101)
    let scalar = try #require(delimiter.unicodeScalars.first)
    for _ in 0..<150 {
      let text = TableReaderTests.table(&random, delimiter: delimiter)
      let read = try ReadRows("a.csv", text)
      let expected = TableOracle.rows(text, delimiter: scalar).dropFirst()
      #expect(read.outcomes.map(\.line) == expected.map(\.line), "\(text.debugDescription)")
      #expect(read.opinions.count == expected.count, "\(text.debugDescription)")
      for (record, row) in zip(read.opinions, expected) {
        #expect(record[.title] == row.fields[0], "\(text.debugDescription)")
        // Compared byte by byte: to String, CRLF is one character and equal strings may differ in bytes.
        let body = TableReaderTests.isBlank(row.fields[1]) ? "" : row.fields[1]
        #expect(Array((record[.body] ?? "").utf8) == Array(body.utf8), "\(text.debugDescription)")
        let others = row.fields.dropFirst(2).filter { !TableReaderTests.isBlank($0) }
        #expect(record.others.count == others.count)
      }
    }
  }

  private static func isBlank(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  @Test func findsTheDelimiter() throws {
    for (delimiter, format) in [(",", FileFormat.csv), ("\t", .tsv), (";", .csv)] {
      let text =
        ["编号", "标题", "内容"].joined(separator: delimiter) + "\n" + ["1", "t", "b"].joined(separator: delimiter)
      let read = try ReadRows("a.csv", text)
      #expect(read.file.format == format)
      #expect(read.bodies == ["b"])
    }
  }

  @Test func keepsQuotesInUnquotedFields() throws {
    let read = try ReadRows("a.csv", "标题,内容\n称\"拆迁\"不公,5\" 水管\n")
    #expect(read.opinions.first?[.title] == "称\"拆迁\"不公")
    #expect(read.bodies == ["5\" 水管"])
    #expect(read.problems.isEmpty)
  }

  @Test func anUnclosedQuoteCostsItsOwnLineOnly() throws {
    let read = try ReadRows("a.csv", "标题,内容\n一,好\n二,\"没有闭合\n三,很好\n四,\"也好\"\n")
    #expect(read.problems.map(\.line) == [3])
    #expect(read.opinions.map { $0[.title] } == ["一", "三", "四"])
    #expect(read.opinions.map(\.line) == [2, 4, 5])
  }

  @Test func anUnclosedQuoteAtTheEndSaysWhichField() throws {
    let read = try ReadRows("a.csv", "标题,内容\n一,好\n二,\"没有闭合\n三,很好\n")
    let problem = try #require(read.problems.first)
    #expect(problem.reason == .unclosedQuote(field: 2))
    #expect(problem.byteOffset == "标题,内容\n一,好\n".utf8.count)
    #expect(problem.message(path: "a.csv").hasPrefix("a.csv:3 第 2 个单元格的引号没有闭合"))
    #expect(read.bodies == ["好", "很好"])
  }

  @Test func anUnclosedQuoteLooksAheadForALimitedNumberOfLines() throws {
    let good = (0..<5_000).map { "第\($0)条,内容\n" }.joined()
    let read = try ReadRows("a.csv", "标题,内容\n坏,\"没有闭合\n" + good)
    #expect(read.problems.count == 1)
    #expect(read.opinions.count == 5_000)
    #expect(read.outcomes.map(\.line) == Array(2...5_002))
  }

  @Test func textAfterAClosingQuoteIsMalformedWhereItStands() throws {
    let text = "标题,内容\n一,\"好\"的\n二,好\n"
    let read = try ReadRows("a.csv", text)
    #expect(
      read.problems == [
        RowProblem(line: 2, column: 6, byteOffset: "标题,内容\n一,\"好\"".utf8.count, reason: .textAfterQuote)
      ])
    #expect(read.problems[0].message(path: "a.csv").hasPrefix("a.csv:2:6 "))
    #expect(read.bodies == ["好"])
  }

  @Test func countsFields() throws {
    let read = try ReadRows("a.csv", "编号,标题,内容\n1,题,文,多\n2,题,文,,\n3,题\n4\n")
    #expect(
      read.problems == [
        RowProblem(line: 2, reason: .tooManyFields(expected: 3, got: 4)),
        RowProblem(line: 5, reason: .tooFewFields(expected: 3, got: 1)),
      ])
    #expect(read.opinions.map { $0[.id] } == ["2", "3"])
  }

  @Test func rowsWithoutTextAreBlank() throws {
    let read = try ReadRows("a.csv", "编号,内容\n\n1,好\n , \n,\u{3000}\n2,\n\n")
    #expect(read.blankLines == [2, 4, 5, 6, 7])
    #expect(read.problems == [])
    #expect(read.opinions.map(\.line) == [3])
  }

  @Test func limitsTheLengthOfAField() throws {
    let long = String(repeating: "长", count: 1_700_000)
    let fits = String(repeating: "长", count: 1_000_000)
    let read = try ReadRows("a.csv", "标题,内容\n一,\(long)\n二,\(fits)\n三,\"\(long)\"\n四,好\n")
    #expect(read.problems.map(\.line) == [2, 4])
    #expect(read.problems.allSatisfy { $0.reason == .tooLong(limit: 1_000_000, unit: .characters) })
    #expect(read.opinions.map { $0[.title] } == ["二", "四"])
    #expect(read.bodies[0] == fits)
  }

  @Test func skipsATitleAboveTheHeader() throws {
    let read = try ReadRows("a.csv", "2019年1月留言汇总,,\n编号,标题,内容\n1,题,文\n")
    #expect(read.fields == ["编号": .id, "标题": .title, "内容": .body])
    #expect(read.outcomes.map(\.line) == [3])
  }
}
