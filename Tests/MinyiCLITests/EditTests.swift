import Foundation
import TestSupport
import Testing

/// What an analyst changes by hand, and that it holds when more opinions come.
@Suite struct EditTests {
  private let minyi: MinyiProcess
  private static let matters = ["路灯坏了没人修", "小区门口违停堵路", "夜里工地施工噪音大"]

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("一.jsonl", EditTests.lines(0..<18))
    try run("import", "一.jsonl")
    try run("mine")
  }

  private static func lines(_ range: Range<Int>) -> String {
    range.map { i in
      let place = ["滨河路", "翠湖花园", "东门菜场"][i % 3]
      return
        #"{"id":"\#(i)","title":"\#(place)\#(matters[i % 3])","body":"第\#(i)次反映\#(place)\#(matters[i % 3])，请处理。","user":"u\#(i)"}"#
    }.joined(separator: "\n")
  }

  @discardableResult
  private func run(_ arguments: String..., status: Int32 = 0) throws -> ProcessOutcome {
    let outcome = try minyi.run(arguments, environment: ["MINYI_WORKSPACE": "w.sqlite"])
    try #require(outcome.status == status, "\(arguments): \(outcome)")
    return outcome
  }

  private struct Assignment: Decodable {
    var id: String
    var concern: Int?
  }

  private func concerns() throws -> [String: Int] {
    let lines = try run("export", "assignments").outputLines
    let assignments = try lines.map { try JSONDecoder().decode(Assignment.self, from: Data($0.utf8)) }
    return Dictionary(uniqueKeysWithValues: assignments.compactMap { a in a.concern.map { (a.id, $0) } })
  }

  @Test func editsHoldWhenMoreOpinionsCome() throws {
    let before = try concerns()
    let lights = try #require(before["0"])
    let noise = try #require(before["2"])
    try #require(lights != noise && before.count == 18)
    #expect(try run("edit", "\(lights)", "--label", "滨河路没有路灯").output == "\(lights) 改名：滨河路没有路灯\n")
    #expect(try run("edit", "\(lights)", "--merge", "\(noise)").output == "\(noise) 并入 \(lights)\n")
    let part = before.values.reduce(0, max) + 1
    let split = try run("edit", "\(lights)", "--split", "0,3", "--label", "滨河路东段路灯")
    #expect(split.output == "\(lights) 分出 \(part)：0,3\n\(part) 改名：滨河路东段路灯\n")
    func check(_ found: [String: Int]) {
      for i in 0..<18 where i % 3 != 1 {
        #expect(found["\(i)"] == (i == 0 || i == 3 ? part : lights), "\(i)")
      }
    }
    check(try concerns())
    // More opinions, mined anew: numbers and changes stay.
    _ = try minyi.home.file("二.jsonl", EditTests.lines(18..<27))
    try run("import", "二.jsonl")
    let mined = try run("mine")
    #expect(mined.errors.contains("与上次相比：新增 0、合并 0、分出 0、消失 0") || !mined.errors.contains("与上次相比"))
    let after = try concerns()
    check(after)
    #expect(after["18"] == lights && after["20"] == lights && after["19"] == before["1"])
    let agenda = try run("agenda").output
    #expect(agenda.contains("滨河路没有路灯") && agenda.contains("滨河路东段路灯"))
    #expect(try run("show", "\(part)").output.contains("“"))
    // What was mined is still there under the changes.
    #expect(try run("verify", "--quick").output.contains("相符"))
    for _ in 0..<4 { try run("edit", "--undo") }
    #expect(try run("edit", "--list").output == "没有修改过。\n")
    #expect(try run("edit", "--undo").output.contains("没有可撤回"))
    for (id, concern) in before { #expect(try concerns()[id] == concern) }
  }

  @Test func hiddenConcernsAreOffTheAgenda() throws {
    let concern = try #require(try concerns()["1"])
    func shown() throws -> [String] { try run("agenda", "--format", "jsonl").outputLines }
    let all = try shown()
    try run("edit", "\(concern)", "--hide")
    let rest = try shown()
    #expect(rest.count == all.count - 1, "\(all) \(rest)")
    try run("mine")
    #expect(try shown() == rest)
    try run("edit", "\(concern)", "--unhide")
    #expect(try shown() == all)
  }

  private static let refused: [([String], Int32)] = [
    (["99", "--hide"], 66), (["1"], 64), (["1", "--hide", "--unhide"], 64), (["--hide"], 64),
    (["1", "--label", " "], 64), (["1", "--merge", "1"], 64), (["1", "--merge", "x"], 66),
    (["1", "--split", "不在"], 64), (["--undo", "--list"], 64),
  ]

  @Test func whatCannotBeDoneIsSaid() throws {
    for (arguments, status) in EditTests.refused {
      let outcome = try minyi.run(["edit"] + arguments, environment: ["MINYI_WORKSPACE": "w.sqlite"])
      #expect(outcome.status == status && !outcome.errors.isEmpty, "\(arguments): \(outcome)")
    }
    #expect(try run("edit", "--list").output == "没有修改过。\n")
  }
}
