import Foundation
import TestSupport
import Testing

struct BenchCommandTests {
  let minyi: MinyiProcess

  init() throws {
    minyi = try MinyiProcess()
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
  }

  @Test func everyStageIsTimedAndMayBeCompared() throws {
    let gold = SampleOpinions.rows.prefix(32).enumerated().map { "\($1.id),\($0 / 8)\n" }.joined()
    _ = try minyi.home.file("gold.csv", "id,label\n" + gold)
    let arguments = ["bench", "意见.csv", "--gold", "gold.csv", "--repeat", "2"]
    let outcome = try minyi.run(arguments + ["--format", "json", "-o", "旧.json"])
    #expect(outcome.status == 0, "\(outcome)")
    let bytes = try Data(contentsOf: minyi.home.url.appendingPathComponent("旧.json"))
    let object = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let stages = try #require(object["stages"] as? [[String: Any]])
    #expect(
      stages.map { $0["name"] as? String } == [
        "import", "index", "copies", "concerns", "themes", "name", "keep", "rank", "load", "score",
      ])
    for stage in stages {
      let (fast, middle, slow) = (
        stage["fastest"] as? Double ?? -1, stage["seconds"] as? Double ?? -1,
        stage["slowest"] as? Double ?? -1
      )
      #expect(fast >= 0 && fast <= middle && middle <= slow, "\(stage)")
    }
    #expect(object["repeats"] as? Int == 2)
    #expect((object["input"] as? [String: Any])?["opinions"] as? Int == 38)
    #expect((object["quality"] as? [[String: Any]])?.count == 2)
    let table = try minyi.run(["bench", "意见.csv", "--repeat", "1", "--compare", "旧.json", "--lang", "en"])
    #expect(table.status == 0 && table.output.contains("ratio"), "\(table)")
    for stage in ["import", "copies", "score", "file to agenda"] { #expect(table.output.contains(stage)) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: minyi.temporaryPath).isEmpty)
  }

  @Test func whatCannotBeMeasuredIsSaid() throws {
    #expect(try minyi("bench", "无.csv").status == 66)
    #expect(try minyi("bench", "-").status == 64)
    #expect(try minyi("bench", "意见.csv", "--repeat", "0").status == 64)
    _ = try minyi.home.file("不是.json", "{}")
    #expect(try minyi("bench", "意见.csv", "--compare", "不是.json").status == 65)
    #expect(try minyi("bench", "意见.csv", "--compare", "无.json").status == 66)
  }
}
