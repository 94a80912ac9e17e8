import Foundation
import TestSupport
import Testing

/// The compiled dictionary in the user's cache folder: it saves time and changes nothing.
@Suite struct SegmentCacheTests {
  private let minyi: MinyiProcess
  private let cache: URL

  init() throws {
    minyi = try MinyiProcess(sharesCache: false)
    cache = minyi.home.url.appendingPathComponent(".cache/minyi")
  }

  private static let text = "云峰路的渣土车夜间噪音太大，2019年3月5日反映过，5G基站也没人管。\n"

  private func segment(_ environment: [String: String] = [:]) throws -> String {
    let outcome = try minyi.run(
      ["segment", "-", "--dictionaries", "none"], input: .text(SegmentCacheTests.text),
      environment: environment)
    try #require(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
    return outcome.output
  }

  private func files(_ folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  @Test func theFolderIsThatOfTheXDGSpecification() throws {
    let output = try segment()
    let names = files(cache)
    #expect(
      !names.isEmpty && names.allSatisfy { $0.wholeMatch(of: /[a-z]+-[0-9a-f]{16}\.bin/) != nil }, "\(names)")
    let other = minyi.home.url.appendingPathComponent("其他")
    #expect(try segment(["XDG_CACHE_HOME": other.path]) == output)
    #expect(files(other.appendingPathComponent("minyi")) == names)
    // A relative path does not count there.
    #expect(try segment(["XDG_CACHE_HOME": "relative"]) == output)
    #expect(!FileManager.default.fileExists(atPath: minyi.home.path + "/relative"))
    #expect(files(cache) == names)
  }

  @Test func damagedFilesAreReplaced() throws {
    let output = try segment()
    let names = files(cache)
    let whole = try names.map { try Data(contentsOf: cache.appendingPathComponent($0)) }
    for (name, content) in zip(names, whole) {
      try content.prefix(content.count / 2).write(to: cache.appendingPathComponent(name))
    }
    #expect(try segment() == output)
    #expect(files(cache) == names)
    #expect(try names.map { try Data(contentsOf: cache.appendingPathComponent($0)) } == whole)
  }

  @Test func programsThatCompileAtOnce() throws {
    let input = try minyi.home.file("文.txt", SegmentCacheTests.text)
    let outcome = try minyi.shell(
      "for i in 1 2 3; do \"$MINYI\" segment \(input) --dictionaries none -o out$i & done; wait; cat out1 out2 out3"
    )
    let output = try segment()
    #expect(outcome.output == output + output + output && outcome.errors.isEmpty, "\(outcome)")
    let names = files(cache)
    #expect(Set(names).count == names.count && names.allSatisfy { $0.hasSuffix(".bin") }, "\(names)")
    #expect(names.filter { $0.hasPrefix("words-") }.count == 1, "\(names)")
  }

  @Test func aFolderThatCannotBeWrittenIsDoneWithout() throws {
    let output = try segment()
    // Root writes anywhere: then as somebody else, who must be able to read the program.
    let script = """
      chmod 555 "$HOME/locked"
      if [ "$(id -u)" = 0 ]; then as="setpriv --reuid=65534 --regid=65534 --clear-groups"; fi
      $as test -x "$MINYI" || exit 90
      $as "$MINYI" segment - --dictionaries none < "$HOME/文.txt"
      """
    _ = try minyi.home.file("文.txt", SegmentCacheTests.text)
    let locked = minyi.home.url.appendingPathComponent("locked")
    try FileManager.default.createDirectory(at: locked, withIntermediateDirectories: false)
    let outcome = try minyi.shell(script, environment: ["XDG_CACHE_HOME": locked.path])
    if outcome.status != 90 && outcome.status != 126 && outcome.status != 127 {
      #expect(outcome.output == output && outcome.errors.isEmpty, "\(outcome)")
    }
    #expect(files(locked).isEmpty)
    #expect(try segment(["XDG_CACHE_HOME": "/dev/null"]) == output)
    #expect(try segment(["XDG_CACHE_HOME": "", "HOME": ""]) == output)
  }

  @Test func aBadLexiconStopsTheProgramAndNamesTheLine() throws {
    let folder = minyi.home.path + "/词典"
    try FileManager.default.copyItem(atPath: ProjectFiles.path("Dictionaries"), toPath: folder)
    try Data("龙津河\tplace\n灯\tobject\n".utf8).write(to: URL(fileURLWithPath: folder + "/lexicon.tsv"))
    let outcome = try minyi.run(["segment", "-", "--dictionaries", folder], input: .text("路灯\n"))
    #expect(outcome.status == 65 && outcome.errors.contains("\(folder)/lexicon.tsv:2："), "\(outcome)")
    #expect(outcome.output.isEmpty)
  }
}
