import Foundation
import TestSupport
import Testing

/// The programs in Snippets/ do what they say, and the README shows one of them.
struct SnippetTests {
  /// What the snippet prints in a folder with the sample as 意见.csv.
  private func run(_ name: String) throws -> [String] {
    let minyi = try MinyiProcess()
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv())
    let folder = URL(fileURLWithPath: minyi.executablePath).deletingLastPathComponent().path
    let outcome = try minyi.shell(
      "'\(folder)/\(name)'", environment: ["MINYI_DICTIONARIES": ProjectFiles.path("Dictionaries")])
    #expect(outcome.status == 0, "\(name): \(outcome)")
    return outcome.outputLines
  }

  @Test func rankOpinionsPrintsTheTopics() throws {
    let lines = try run("RankOpinions")
    #expect(lines.count >= 4 && lines[0].hasPrefix("1 "))
    for word in ["翠湖苑", "云峰路", "青石桥", "南岭小学"] {
      #expect(lines.prefix(4).contains { $0.contains(word) }, "\(word): \(lines)")
    }
  }

  @Test func searchOpinionsFindsWhatItAsksFor() throws {
    let lines = try run("SearchOpinions")
    let expected = SampleOpinions.rows.filter { row in
      let text = row.title + row.body
      return (text.contains("渣土车") || text.contains("噪音")) && !text.contains("扬尘")
    }
    #expect(lines.first == "\(expected.count)" && lines.count == 4)
    for line in lines.dropFirst() { #expect(expected.contains { line == "\($0.id) \($0.title)" }, "\(line)") }
  }

  @Test func followProgressTellsTheSteps() throws {
    let lines = try run("FollowProgress")
    #expect(lines.count == 2 && lines[0].hasSuffix("rank") && lines[1].hasSuffix(" topics"), "\(lines)")
  }

  @Test(arguments: ["README.md", "README.zh-Hans.md", "Sources/Minyi/Minyi.docc/Minyi.md"])
  func theFiveLinesAreTheSnippet(_ file: String) throws {
    let snippet = try ProjectFiles.text("Snippets/RankOpinions.swift")
    let code = try #require(snippet.firstRange(of: "import Minyi").map { snippet[$0.lowerBound...] })
    #expect(try ProjectFiles.text(file).contains("```swift\n\(code)```"))
  }
}
