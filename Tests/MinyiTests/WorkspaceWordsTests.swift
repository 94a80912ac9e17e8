import Foundation
import Minyi
import TestSupport
import Testing

/// Words of a workspace: kept, used, taken back.
struct WorkspaceWordsTests {
  private static let lines = (0..<12).map {
    #"{"id":"\#($0)","title":"溪岚桥路灯","body":"溪岚桥第\#($0)盏路灯不亮，夜里走溪岚桥很危险。"}"#
  }

  private func tokens(_ workspace: Workspace, _ text: String) throws -> [String] {
    try LineSegmenter(dictionaries: workspace.dictionaries, isRaw: false).tokens(of: text).map(\.text)
  }

  @Test func anAddedWordIsAWordUntilItIsTakenBack() throws {
    var texts = try ImportedTexts(WorkspaceWordsTests.lines)
    let plain = try tokens(texts.workspace, "夜里走溪岚桥很危险")
    #expect(!plain.contains("溪岚桥夜"))
    try texts.workspace.add(words: ["走溪岚桥"])
    #expect(try tokens(texts.workspace, "夜里走溪岚桥很危险").contains("走溪岚桥"))
    // Opened again it is still there.
    let again = try Workspace(
      path: texts.workspace.path, dictionaries: Dictionaries(path: ProjectFiles.path("Dictionaries")))
    #expect(try tokens(again, "夜里走溪岚桥很危险").contains("走溪岚桥"))
    #expect(again.dictionaries.contentHash == texts.workspace.dictionaries.contentHash)
    try texts.workspace.remove(words: ["走溪岚桥"])
    #expect(try tokens(texts.workspace, "夜里走溪岚桥很危险") == plain)
    #expect(try texts.workspace.wordDecisions().isEmpty)
  }

  @Test func aCutWordFallsApart() throws {
    var texts = try ImportedTexts(WorkspaceWordsTests.lines)
    try #require(try tokens(texts.workspace, "路灯很暗").contains("路灯"))
    try texts.workspace.add(words: ["路灯"], as: .cut)
    #expect(try tokens(texts.workspace, "路灯很暗").prefix(2) == ["路", "灯"])
  }

  @Test func theManifestOfARunChangesWithTheWords() throws {
    var texts = try ImportedTexts(WorkspaceWordsTests.lines)
    let plain = try texts.workspace.mine().record.settings
    // A refused word changes no text, and so no manifest.
    try texts.workspace.remove(words: ["很危险"])
    #expect(try texts.workspace.mine().record.settings == plain)
    try texts.workspace.add(words: ["溪岚桥头"])
    let added = try texts.workspace.mine().record.settings
    #expect(added != plain)
    try texts.workspace.add(words: ["溪岚桥头"], as: .cut)
    #expect(try texts.workspace.mine().record.settings != added)
    try texts.workspace.remove(words: ["溪岚桥头"])
    #expect(try texts.workspace.mine().record.settings == plain)
  }

  @Test func theOrderOfAddingDoesNotMatter() throws {
    var (first, second) = (
      try ImportedTexts(WorkspaceWordsTests.lines), try ImportedTexts(WorkspaceWordsTests.lines)
    )
    try first.workspace.add(words: ["溪岚桥头", "五里冲口"])
    try second.workspace.add(words: ["五里冲口"])
    try second.workspace.add(words: ["溪岚桥头"])
    #expect(first.workspace.dictionaries.contentHash == second.workspace.dictionaries.contentHash)
  }

  @Test func wordsAreKeptAsTheyStandInCleanedTexts() throws {
    var texts = try ImportedTexts(WorkspaceWordsTests.lines)
    let added = try texts.workspace.add(words: ["溪嵐橋頭", "Ｗｉｆｉ覆盖"])
    #expect(added.map(\.word) == ["溪岚桥头", "wifi覆盖"])
    #expect(try tokens(texts.workspace, "溪嵐橋頭沒有WIFI覆蓋").contains("wifi覆盖"))
    let removed = try texts.workspace.remove(words: ["溪嵐橋頭", "溪岚桥头", "没见过"])
    #expect(removed.map(\.word) == ["溪岚桥头", "没见过"] && removed.map(\.before) == [.word, nil])
  }

  @Test(arguments: ["桥", "", "溪岚 桥", "，。", "\u{20000}桥", String(repeating: "桥", count: 21)])
  func whatCannotBeAWordIsRefusedWithNothingKept(_ word: String) throws {
    var texts = try ImportedTexts(WorkspaceWordsTests.lines)
    for fate in [WordDecision.Fate.word, .cut] {
      #expect(throws: MinyiError.self) { try texts.workspace.add(words: ["溪岚桥头", word], as: fate) }
    }
    #expect(throws: MinyiError.self) { try texts.workspace.remove(words: ["很危险", word]) }
    #expect(try texts.workspace.wordDecisions().isEmpty)
  }

  /// Latin in a lexicon file stands in capitals, in cleaned texts it does not.
  @Test func capitalsOfALexiconAreFoundInCleanedTexts() throws {
    let segmenter = try LineSegmenter(
      dictionaries: Dictionaries(path: ProjectFiles.path("Dictionaries")), isRaw: false)
    #expect(try segmenter.tokens(of: "5G基站太近").first?.text == "5g基站")
    let raw = try LineSegmenter(
      dictionaries: Dictionaries(path: ProjectFiles.path("Dictionaries")), isRaw: true)
    #expect(try raw.tokens(of: "5G基站太近").first?.text == "5G基站")
  }
}
