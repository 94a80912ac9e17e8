import Foundation
import Minyi
import TestSupport
import Testing

/// `minyi mine --explain-k` as a process.
@Suite struct ThemeCountTests {
  private let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("a.csv", SampleOpinions.csv())
  }

  @Test func theCurveIsPrintedAndNothingIsMined() throws {
    // With the numbers of the rows in them no two texts are equal.
    let rows = (0..<6).flatMap { part in
      SampleOpinions.rows.map { [$0.id + "-\(part)", $0.author, $0.title, $0.body + "第\(part)次反映。"] }
    }
    let table = SampleOpinions.table([Array(SampleOpinions.header[..<4])] + rows)
    _ = try minyi.home.file("b.csv", table)
    try #require(try minyi("import", "b.csv", "--workspace", "w.sqlite").status == 0)
    let outcome = try minyi("mine", "--workspace", "w.sqlite", "--explain-k")
    #expect(outcome.status == 0 && outcome.outputLines.count { $0.contains("← 选定") } == 1, "\(outcome)")
    #expect(outcome.outputLines.allSatisfy { $0.columnCount <= 100 })
    #expect(try minyi("agenda", "--workspace", "w.sqlite").status == 66)
    // A run finds the number that was chosen.
    let chosen = try #require(outcome.outputLines.first { $0.contains("← 选定") }?.split(separator: " ").first)
    let mined = try minyi("mine", "--workspace", "w.sqlite")
    #expect(mined.outputLines.count == 1 + (Int(chosen) ?? 0), "\(mined)")
    let english = try minyi("mine", "--workspace", "w.sqlite", "--explain-k", "--lang", "en").output
    #expect(english.contains("← chosen"), "\(english)")
  }

  @Test func fewTextsHaveNoCurve() throws {
    try #require(try minyi("import", "a.csv", "--workspace", "w.sqlite").status == 0)
    let outcome = try minyi("mine", "--workspace", "w.sqlite", "--explain-k")
    #expect(outcome.status == 0 && outcome.output.contains("意见太少（38 种文本），按篇数定为 3 个主题"), "\(outcome)")
  }
}
