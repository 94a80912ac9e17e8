import Foundation
import TestSupport
import Testing

/// What the READMEs show must be what the program prints.
struct ReadmeTests {
  /// A command of a console block with the lines shown below it.
  struct Session: Sendable, CustomTestStringConvertible {
    var command: String
    var output: String
    var testDescription: String { command }
  }

  /// The commands of one ```console block, in order: later ones use what earlier ones left.
  static func blocks(of file: String) throws -> [[Session]] {
    var blocks: [[Session]] = []
    var isInside = false
    for line in try ProjectFiles.text(file).split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```console" {
        isInside = true
        blocks.append([])
      } else if line == "```" {
        isInside = false
      } else if isInside, line.hasPrefix("$ ") {
        blocks[blocks.count - 1].append(Session(command: String(line.dropFirst(2)), output: ""))
      } else if isInside, let last = blocks[blocks.count - 1].indices.last {
        blocks[blocks.count - 1][last].output += line + "\n"
      }
    }
    return blocks
  }

  @Test(arguments: ["README.md", "README.zh-Hans.md"])
  func consoleBlocksShowWhatTheProgramPrints(_ file: String) throws {
    let blocks = try ReadmeTests.blocks(of: file)
    #expect(!blocks.isEmpty)
    for block in blocks {
      let minyi = try MinyiProcess()
      let corpus = URL(fileURLWithPath: minyi.home.path).appendingPathComponent("Corpus")
      try FileManager.default.createSymbolicLink(
        at: corpus, withDestinationURL: URL(fileURLWithPath: ProjectFiles.path("Corpus")))
      for session in block {
        let outcome = try minyi.shell("minyi() { \"$MINYI\" \"$@\"; }; " + session.command)
        #expect(outcome.status == 0, "\(session.command)\n\(outcome)")
        // An ellipsis line stands for lines left out.
        let shown = session.output.split(separator: "…\n", omittingEmptySubsequences: false)
        #expect(
          shown.count > 1 ? outcome.output.hasPrefix(shown[0]) : outcome.output == session.output,
          "\(session.command) prints:\n\(outcome.output)")
      }
    }
  }

  @Test func everyCommandIsInTheReadme() throws {
    let readme = try ProjectFiles.text("README.md")
    let help = try MinyiProcess()("--help").output
    let section = help.split(separator: "SUBCOMMANDS:").last?.split(separator: "\n\n").first ?? ""
    let commands = section.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      return line.split(separator: " ").first.map(String.init)
    }
    #expect(commands.count >= 9)
    for command in commands where command != "help" {
      #expect(readme.contains("`minyi \(command)"), "README.md does not mention minyi \(command)")
    }
  }
}
