import Foundation
import TestSupport
import Testing

/// What `import Minyi` offers, from the compiler's own account of it.
struct PublicAPITests {
  /// A symbol in the compiler's symbol graph.
  private struct Symbol: Decodable {
    struct Identifier: Decodable { var precise: String }
    struct Kind: Decodable { var identifier: String }
    struct Fragment: Decodable { var spelling: String }
    struct Comment: Decodable {}

    var identifier: Identifier
    var kind: Kind
    var pathComponents: [String]
    var declarationFragments: [Fragment]?
    var docComment: Comment?

    /// The declaration without line breaks, behind the type it stands in.
    var line: String {
      let declaration = (declarationFragments ?? []).map(\.spelling).joined()
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return pathComponents.dropLast().joined(separator: ".") + "  " + declaration
    }
  }

  private struct Graph: Decodable { var symbols: [Symbol] }

  private static func symbols() throws -> [Symbol] {
    let folder = try TemporaryFolder()
    let build = URL(fileURLWithPath: try MinyiProcess().executablePath).deletingLastPathComponent().path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ProjectFiles.path("Scripts/public-symbols.sh"))
    process.arguments = [build, folder.path]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "Scripts/public-symbols.sh \(build)")
    let data = try Data(contentsOf: folder.url.appendingPathComponent("Minyi.symbols.json"))
    return try JSONDecoder().decode(Graph.self, from: data).symbols
      .filter { !$0.identifier.precise.contains("SYNTHESIZED") }
  }

  /// A change is meant: accept it with `MINYI_ACCEPT_API=1 swift test … --filter PublicAPITests`, and say so in the log.
  @Test func theListOfPublicSymbolsIsWhatItWas() throws {
    let path = ProjectFiles.path("Tests/PublicAPI.txt")
    let lines = Set(try PublicAPITests.symbols().map(\.line)).sorted()
    try #require(lines.count > 500)
    if ProcessInfo.processInfo.environment["MINYI_ACCEPT_API"] == "1" {
      try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    let known = try ProjectFiles.text("Tests/PublicAPI.txt").split(separator: "\n").map(String.init)
    let (added, gone) = (Set(lines).subtracting(known).sorted(), Set(known).subtracting(lines).sorted())
    #expect(
      added.isEmpty && gone.isEmpty,
      """
      \((gone.map { "- " + $0 } + added.map { "+ " + $0 }).joined(separator: "\n"))
      accept with: MINYI_ACCEPT_API=1 swift test -c release --disable-testable-imports --filter PublicAPITests
      """)
  }

  /// What a protocol of the language asks for speaks for itself.
  private static let selfSpeaking = [
    "static func == ", "static func < ", "var description: String", "func encode(to ", "init(from ",
    "func hash(into ", "var rawValue: ", "init(rawValue: ", "init?(rawValue: ", "func next() -> ",
  ]

  @Test func everySymbolIsDocumented() throws {
    let silent = try PublicAPITests.symbols().filter { symbol in
      symbol.docComment == nil && !PublicAPITests.selfSpeaking.contains { symbol.line.contains($0) }
    }
    #expect(silent.isEmpty, "\(silent.map(\.line).sorted().joined(separator: "\n"))")
  }
}
