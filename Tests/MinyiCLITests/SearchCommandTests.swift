import Foundation
import TestSupport
import Testing

/// `minyi search` as its users meet it.
@Suite struct SearchCommandTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    let path = try minyi.home.file("意见.csv", SampleOpinions.csv())
    let outcome = try minyi("import", path, "--workspace", "w.sqlite", "--quiet")
    try #require(outcome.status == 0, "\(outcome)")
  }

  private func search(_ arguments: String...) throws -> ProcessOutcome {
    try minyi.run(["search"] + arguments + ["--workspace", "w.sqlite"])
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let outcome = try minyi.run(["search"] + arguments + ["--workspace", "w.sqlite", "--format", "json"])
    return try #require(try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [String: Any])
  }

  @Test func everyMatchIsTold() throws {
    let found = try json("渣土车", "--top", "50")
    let keys = try #require(found["results"] as? [[String: Any]]).compactMap { $0["opinion"] as? String }
    let expected = SampleOpinions.rows.filter { ($0.title + $0.body).contains("渣土车") }.map(\.id)
    #expect(Set(keys) == Set(expected) && found["matches"] as? Int == expected.count)
    #expect(found["schema"] as? Int == 1 && found["isCut"] as? Bool == false)
  }

  @Test func marksInJSONAreWhatWasLookedFor() throws {
    let results = try #require(try json("電梯 維修基金")["results"] as? [[String: Any]])
    #expect(!results.isEmpty)
    for result in results {
      let marks = try #require(result["marks"] as? [[String: Any]])
      let words = try marks.map { mark in
        let field = try #require(mark["field"] as? String)
        let text = Array(try #require(result[field] as? String).unicodeScalars)
        let (start, end) = (try #require(mark["start"] as? Int), try #require(mark["end"] as? Int))
        return String(String.UnicodeScalarView(text[start..<end]))
      }
      #expect(Set(words) == ["电梯", "维修基金"])
    }
  }

  @Test(arguments: ["table", "json", "jsonl", "csv", "md"])
  func everyFormatHoldsTheResults(_ format: String) throws {
    let outcome = try search("斑马线", "红绿灯", "--format", format)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    for row in SampleOpinions.rows where ["斑马线", "红绿灯"].allSatisfy((row.title + row.body).contains) {
      #expect(outcome.output.contains(row.id), "\(format): \(outcome)")
    }
    if format == "md" { #expect(outcome.output.contains("**斑马线**")) }
    // A pipe is no terminal.
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test func aWrongQueryIsShownWithACaret() throws {
    let outcome = try search("路灯 (噪音 OR 电梯")
    #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.contains("第 4 个字符") && outcome.errors.contains("\n       ^\n"), "\(outcome)")
  }

  @Test func nothingFoundIs1() throws {
    let outcome = try search("没有这样的话")
    #expect(outcome.status == 1 && outcome.output == "没有找到。\n", "\(outcome)")
    #expect(try search("--like", "无此编号").status == 66)
    #expect(try search().status == 64)
    #expect(try search("路灯", "--like", "5001").status == 64)
  }

  @Test func similarOpinionsAreOfTheSameConcern() throws {
    let results = try #require(try json("--like", "5001", "--top", "7")["results"] as? [[String: Any]])
    let keys = Set(results.compactMap { $0["opinion"] as? String })
    #expect(keys == Set(SampleOpinions.rows[1..<8].map(\.id)))
  }

  @Test func similarOpinionsAreMaskedAndCounted() throws {
    let lines =
      ["编号,内容", "a1,翠湖苑小区电梯故障困人，请更换电梯，电话13812345678。", "a2,翠湖苑小区电梯故障困人，无人维修电梯。"]
      + (1...9).map { "b\($0),第\($0)条别的事情，云峰路渣土车夜间噪音扰民。" } + ["c1,！？嗯"]
    _ = try minyi.home.file("kept.csv", lines.joined(separator: "\n") + "\n")
    let kept = try minyi("import", "kept.csv", "--keep-personal-data", "--workspace", "kept.sqlite")
    #expect(kept.status == 0, "\(kept)")
    let outcome = try minyi("search", "--like", "a2", "--format", "json", "--workspace", "kept.sqlite")
    #expect(outcome.output.contains("\"a1\"") && !outcome.output.contains("13812345678"), "\(outcome)")
    // A text without a word is like nothing, and counts nothing.
    let nothing = try minyi("search", "--like", "c1", "--format", "json", "--workspace", "kept.sqlite")
    #expect(
      nothing.output.contains("\"matches\" : 0") || nothing.output.contains("\"matches\":0"), "\(nothing)")
  }

  /// Searching changes no opinion, no result and no hash.
  @Test func aSearchedWorkspaceIsVerifiedAndExportedAsBefore() throws {
    #expect(try minyi("mine", "--workspace", "w.sqlite", "--quiet").status == 0)
    let before = try minyi("export", "opinions", "--format", "jsonl", "--workspace", "w.sqlite").outputBytes
    #expect(try search("电梯").status == 0)
    let verified = try minyi("verify", "--workspace", "w.sqlite")
    #expect(verified.status == 0, "\(verified)")
    #expect(
      try minyi("export", "opinions", "--format", "jsonl", "--workspace", "w.sqlite").outputBytes == before)
  }
}
