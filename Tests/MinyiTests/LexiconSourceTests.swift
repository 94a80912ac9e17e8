import Foundation
import Minyi
import TestSupport
import Testing

/// `lexicon.tsv` and `morphemes.tsv`: what a person may write there, and what is told about the rest.
struct LexiconSourceTests {
  private let folder: TemporaryFolder
  private let path: String
  private let cache: CacheFolder

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/词典"
    cache = CacheFolder(path: folder.path + "/cache")
    try FileManager.default.copyItem(atPath: ProjectFiles.path("Dictionaries"), toPath: path)
    try write("# words\n", "lexicon.tsv")
    try write("# characters\n", "morphemes.tsv")
  }

  private func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  @Test func aByteOrderMarkIsNoPartOfTheFirstWord() throws {
    try write("\u{FEFF}青石桥\tplace\n", "lexicon.tsv")
    #expect(try cut("去青石桥买菜", by: compiled()).contains("|青石桥|"))
    try write("\u{FEFF}# 词\n青石桥\tplace\n", "lexicon.tsv")
    #expect(try cut("去青石桥买菜", by: compiled()).contains("|青石桥|"))
  }

  private func compiled() throws -> CompiledDictionary {
    try Dictionaries(path: path).lexicon.compiled(cache: cache)
  }

  private func cut(_ text: String, by dictionary: CompiledDictionary) throws -> String {
    let units = Array(text.utf16)
    return try Segmenter(dictionary: dictionary).tokens(of: units)
      .map { String(decoding: units[$0.range], as: UTF16.self) }.joined(separator: "|")
  }

  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch { return MinyiError(error).description }
  }

  @Test(arguments: [
    ("龙津河\tplace\n路灯\triver\n", 2, "river"), ("龙津河\n", 1, "龙津河"), ("a\tb\tc\n", 1, "a\tb\tc"),
    ("# 注\n\n龙津河\tplace\n灯\tobject\n", 4, "灯"), ("龙 津\tplace\n", 1, "龙 津"),
    ("龙\u{3000}津\tplace\n", 1, "龙\u{3000}津"),
    ("𠮷野\tplace\n", 1, "𠮷野"), (String(repeating: "长", count: 21) + "\tgeneral\n", 1, "长长"),
    ("灯\tcut\n", 1, "灯"),
    ("龙津河\tPlace\n", 1, "Place"), ("龙津河\t\n", 1, ""),
  ])
  func aBadWordIsToldWithItsLine(lines: String, line: Int, got: String) throws {
    try write(lines, "lexicon.tsv")
    // A file that cannot be used is not kept as if it could: the second time is the same.
    for _ in 0..<2 {
      let message = message { _ = try compiled() }
      #expect(message.contains("\(path)/lexicon.tsv:\(line)：") && message.contains("实为“\(got)"), "\(message)")
    }
    #expect(throws: TextError.self) { try Dictionaries(path: path).lexicon.lexicon() }
  }

  @Test(arguments: [
    ("numeral\t一二\nnumerals\t三\n", 2, "numerals"), ("tail\n", 1, "tail"), ("\t的\n", 1, "\t的"),
    ("tail\t的\t了\n", 1, "tail\t的\t了"),
  ])
  func aBadRoleIsToldWithItsLine(lines: String, line: Int, got: String) throws {
    try write(lines, "morphemes.tsv")
    let message = message { _ = try compiled() }
    #expect(message.contains("\(path)/morphemes.tsv:\(line)：") && message.contains("实为“\(got)"), "\(message)")
  }

  @Test(arguments: ["lexicon.tsv", "morphemes.tsv"])
  func aMissingFileIsTold(name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
    let message = message { _ = try compiled() }
    #expect(message.contains("\(path)/\(name)"), "\(message)")
  }

  @Test func bytesThatAreNotUTF8AreTold() throws {
    try Data([0xC1, 0xFA, 0x09, 0x63]).write(to: URL(fileURLWithPath: path + "/lexicon.tsv"))
    let message = message { _ = try compiled() }
    #expect(message.contains("lexicon.tsv:1：") && message.contains("UTF-8"), "\(message)")
  }

  @Test func aChangedFileCountsAtOnceAndLaterLinesOverride() throws {
    let empty = try compiled()
    #expect(try cut("路灯和云峰桥北", by: empty) == "路灯|和|云|峰|桥|北")
    try write("云峰桥北\tplace\n路灯\tcut\n", "lexicon.tsv")
    #expect(try cut("路灯和云峰桥北", by: compiled()) == "路|灯|和|云峰桥北")
    try write("云峰桥北\tplace\n路灯\tcut\n路灯\tobject\n云峰桥北\tcut\n", "lexicon.tsv")
    #expect(try cut("路灯和云峰桥北", by: compiled()) == "路灯|和|云|峰|桥|北")
    try write("place\t桥\n", "morphemes.tsv")
    try write("", "lexicon.tsv")
    #expect(try cut("路灯和云峰桥北", by: compiled()) == "路灯|和|云峰桥|北")
    // And back: the first is still there.
    try write("# words\n", "lexicon.tsv")
    try write("# characters\n", "morphemes.tsv")
    let again = try compiled()
    #expect(again.origin == .cache)
    #expect(try cut("路灯和云峰桥北", by: again) == "路灯|和|云|峰|桥|北")
  }

  @Test func theWordsOfTheProjectStandAlone() throws {
    let dictionaries = try Dictionaries(path: ProjectFiles.path("Dictionaries"))
    let segmenter = try Segmenter(dictionary: dictionaries.lexicon.compiled())
    // The last line of a word counts.
    var classes: [String: String] = [:]
    for line in try ProjectFiles.text("Dictionaries/lexicon.tsv").split(separator: "\n")
    where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t").map(String.init)
      classes[cells[0]] = cells[1]
    }
    #expect(classes.count > 3000)
    for (word, name) in classes {
      let count = try segmenter.tokens(of: Array(word.utf16)).count
      #expect((count == 1) == (name != "cut"), "\(word), \(name): \(count)")
    }
  }
}
