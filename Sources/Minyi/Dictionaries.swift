import Foundation
public import MinyiAgenda
import MinyiDictionaries
import MinyiModel
public import MinyiText

/// The editable word lists and profiles, read from a folder.
///
/// `Dictionaries.empty` has no lexicon, stop words or signal words: ICU alone.
public struct Dictionaries: Sendable {
  /// The folder they come from; nil for `empty`.
  public let path: String?
  /// Words and rules beyond ICU's dictionary.
  public private(set) var lexicon: LexiconSource
  /// Stop words and function characters; `empty` leaves nothing out.
  public let termRules: TermRules
  /// Words by which gravity, requests, stances and departments are told; none in `empty`.
  public let signalWords: SignalWords
  /// Answers that say nothing (无, 没有意见), cleaned.
  public let blankAnswers: Set<String>
  /// Hash of all that was read, for the manifest.
  public private(set) var contentHash: String

  /// No dictionaries at all.
  public static let empty = Dictionaries()

  private init() {
    path = nil
    lexicon = LexiconSource(path: nil)
    termRules = TermRules()
    signalWords = SignalWords()
    blankAnswers = []
    contentHash = "none"
  }

  /// Reads the dictionaries in the folder `path`; nil: the ones that came with the program.
  public init(path: String? = nil) throws {
    guard let path = path ?? DictionaryFolder.path else {
      throw TextError.missingDictionary(path: "Dictionaries")
    }
    self.path = path
    lexicon = LexiconSource(path: path)
    termRules = TermRules(
      stopWords: try Dictionaries.words(path + "/stopwords.tsv", column: "word"),
      functionCharacters: try Dictionaries.words(path + "/function-characters.tsv", column: "character"))
    signalWords = try Dictionaries.signalWords(path)
    blankAnswers = Set(try Dictionaries.words(path + "/blank-answers.tsv", column: "answer"))
    contentHash = Dictionaries.hash(ofFolder: path)
  }

  /// These dictionaries with the words that a workspace adds.
  func adding(_ decisions: [WordDecision]) -> Dictionaries {
    guard !decisions.isEmpty else { return self }
    var result = self
    result.lexicon = lexicon.adding(decisions)
    let text = decisions.map { "\($0.fate.rawValue) \($0.word)\n" }.joined()
    result.contentHash = ContentHash(contentHash + "\n" + text).description
    return result
  }

  /// The names of the profiles in the folder, sorted.
  public var profileNames: [String] {
    guard let path else { return ["balanced"] }
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path + "/profiles")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The profile called `name`, or the one in the file that `name` is the path of.
  public func profile(_ name: String) throws -> Profile {
    let file = name.hasSuffix(".yaml") ? name : (path.map { $0 + "/profiles/\(name).yaml" } ?? "")
    guard let bytes = FileManager.default.contents(atPath: file) else {
      if path == nil && name == "balanced" { return .equalWeights }
      throw ProfileError.unknown(name: name, available: profileNames)
    }
    return try Profile(yaml: String(decoding: bytes, as: UTF8.self), path: file)
  }

  /// The profile that `options` name, with their weights.
  public func profile(_ options: AgendaOptions) throws -> Profile {
    var profile = try profile(options.profile)
    if let weights = options.weights { profile = try profile.overriding(weights) }
    try profile.checkWeights()
    profile.first = options.first ?? profile.first
    profile.rule = options.rule ?? profile.rule
    return profile
  }

  private static func words(_ path: String, column: String) throws -> [String] {
    try DictionaryTable(path: path, columns: [column]).rows.map { $0.cells[0] }
  }

  private static func signalWords(_ path: String) throws -> SignalWords {
    var words = SignalWords()
    let severity = try DictionaryTable(path: path + "/severity.tsv", columns: ["word", "grade", "class"])
    words.severity = try severity.rows.map {
      ($0.cells[0], try severity.value($0, 1, ["1": 1, "2": 2, "3": 3]))
    }
    words.negations = try Dictionaries.words(path + "/negations.tsv", column: "word")
    let requests = try DictionaryTable(path: path + "/requests.tsv", columns: ["word", "kind"])
    words.requests = try requests.rows.filter {
      try requests.value($0, 1, ["action": true, "question": false, "thanks": false])
    }.map { $0.cells[0] }
    let stances = try DictionaryTable(path: path + "/stance.tsv", columns: ["word", "stance"])
    words.stances = try stances.rows.map {
      ($0.cells[0], try stances.value($0, 1, ["for": true, "against": false]))
    }
    let departments = try DictionaryTable(
      path: path + "/departments.tsv", columns: ["department", "level", "terms"])
    words.departments = try departments.rows.map {
      Department(
        name: $0.cells[0], isTown: try departments.value($0, 1, ["county": false, "town": true]),
        terms: $0.cells[2].split(separator: "、").map(String.init))
    }
    return words
  }

  private static func hash(ofFolder path: String) -> String {
    let files = (FileManager.default.subpaths(atPath: path) ?? []).sorted().filter {
      $0.hasSuffix(".tsv") || $0.hasSuffix(".yaml")
    }
    var text = ""
    for file in files {
      let bytes = FileManager.default.contents(atPath: path + "/" + file) ?? Data()
      text += "\(file) \(bytes.withUnsafeBytes { ContentHash(bytes: $0) })\n"
    }
    return ContentHash(text).description
  }
}

extension Profile {
  /// Every criterion with the same weight: what is left without dictionaries.
  static var equalWeights: Profile {
    Profile(
      name: "balanced", label: Wording("均衡", "balanced"),
      weights: Dictionary(uniqueKeysWithValues: CriterionName.allCases.map { ($0, 1) }))
  }
}
