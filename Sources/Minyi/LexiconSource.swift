import Foundation
import MinyiModel
public import MinyiText

/// A lexicon as it stands in files and in a workspace; parsed only when no compiled form of it is cached.
public struct LexiconSource: Sendable {
  /// The classes of `lexicon.tsv`. A `cut` is a phrase that never stands as a word.
  public enum WordClass: String, CaseIterable, Sendable {
    /// What a word is, for readers; only `cut` changes what becomes of a text.
    case admin, matter, object, place, people, general, cut
  }

  /// The folder of `lexicon.tsv` and `morphemes.tsv`; nil: none.
  let path: String?
  /// What a workspace adds, after the files: a later line overrides an earlier one.
  private(set) var decisions: [WordDecision] = []

  init(path: String?) { self.path = path }

  /// True: nothing is added to ICU's dictionary.
  var isEmpty: Bool { path == nil && decisions.isEmpty }

  func adding(_ more: [WordDecision]) -> LexiconSource {
    var source = self
    source.decisions += more
    return source
  }

  /// The dictionary with these words, mapped from the cache or compiled.
  ///
  /// Throws what is wrong with a line of the files; a file that was compiled before is not read again.
  public func compiled(cache: CacheFolder = .standard) throws -> CompiledDictionary {
    if isEmpty { return .icu(cache: cache) }
    return try CompiledDictionary(fingerprint: try fingerprint(), cache: cache) { try lexicon() }
  }

  /// The words, parsed.
  public func lexicon() throws -> Lexicon {
    var lexicon = Lexicon()
    if let path {
      try insertWords(of: path + "/lexicon.tsv", into: &lexicon)
      let morphemes = try DictionaryTable(path: path + "/morphemes.tsv", columns: ["role", "characters"])
      let roles = Dictionary(uniqueKeysWithValues: Morphemes.Role.allCases.map { ($0.rawValue, $0) })
      for row in morphemes.rows {
        lexicon.morphemes.insert(row.cells[1], as: try morphemes.value(row, 0, roles))
      }
    }
    for decision in decisions where decision.fate != .refused {
      if decision.fate == .cut { lexicon.insertCut(decision.word) } else { lexicon.insert(decision.word) }
    }
    return lexicon
  }

  private func insertWords(of file: String, into lexicon: inout Lexicon) throws {
    let table = try DictionaryTable(path: file, columns: ["word", "class"])
    let classes = Dictionary(uniqueKeysWithValues: WordClass.allCases.map { ($0.rawValue, $0) })
    for row in table.rows {
      if let problem = Lexicon.problem(with: row.cells[0]) {
        throw TextError.dictionary(
          path: file, line: row.line, expected: "可用的词（\(problem)）", got: row.cells[0])
      }
      let isCut = try table.value(row, 1, classes) == .cut
      // As it is written, for text that is not cleaned (5G基站), and as it stands in cleaned text (5g基站).
      for word in Set([row.cells[0], WordForm.cleaned(row.cells[0])]) {
        if isCut { lexicon.insertCut(word) } else { lexicon.insert(word) }
      }
    }
  }

  /// Changes with the way lines are made into words.
  private static let version = 2

  private func fingerprint() throws -> UInt64 {
    var text = "\(LexiconSource.version)\n"
    for file in path.map({ [$0 + "/lexicon.tsv", $0 + "/morphemes.tsv"] }) ?? [] {
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw TextError.missingDictionary(path: file)
      }
      text += bytes.withUnsafeBytes { ContentHash(bytes: $0) }.description + "\n"
    }
    for decision in decisions { text += "\(decision.fate.rawValue) \(decision.word)\n" }
    return ContentHash(text).high
  }
}
