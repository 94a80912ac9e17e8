import MinyiAgenda
import MinyiModel
import MinyiStore
import MinyiText

/// Proposes experts for topics by the words of their fields.
///
/// A field's words are its parts (between 、，；/ and spaces) and the words in them, of two characters or more. A word counts
/// for a topic with the share of the topic's texts that have it, times ln((1 + N) / (1 + n)) where n of all N concerns have
/// it in a quarter of their texts, halved for a word that is only part of what the field says; a word within another that
/// counts does not count again. A field that a proposed
/// department has among its terms, or in its name, counts half of the share of posts that point there. Own design.
struct ExpertMatcher {
  private let experts: [Expert]
  /// By expert, the words of the field: by number, with what each counts.
  private var wordsOf: [[(number: Int, factor: Double)]] = []
  private var words: [String] = []
  private let trie: WordTrie
  private let departments: [Department]

  /// Proposals for a topic at most.
  static let most = 3
  /// Texts of a concern that are looked at, nearest to its centroid first.
  static let readTexts = 50
  /// A concern has a word that this share of its texts has.
  private static let share = 0.25
  private static let departmentWeight = 0.5
  private static let partWeight = 0.5

  init(_ experts: [Expert], departments: [Department], analyzers: AnalyzerPool) throws {
    self.experts = experts
    self.departments = departments
    var numbers: [String: Int] = [:]
    for expert in experts {
      var own: [Int: Double] = [:]
      for (word, factor) in try analyzers.withAnalyzer({ try ExpertMatcher.words(of: expert.field, $0) }) {
        let number = numbers[word] ?? numbers.count
        if number == numbers.count {
          numbers[word] = number
          words.append(word)
        }
        own[number] = max(own[number] ?? 0, factor)
      }
      wordsOf.append(own.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
    trie = WordTrie(words.enumerated().map { (word: $1, value: Int32($0)) })
  }

  /// The words of a field, cleaned as opinions are, with what each counts.
  private static func words(of field: String, _ analyzer: TextAnalyzer) throws -> [(
    word: String, factor: Double
  )] {
    let separators: Set<Character> = ["、", "，", ",", "；", ";", "/", "|", "\n"]
    var found: [(word: String, factor: Double)] = []
    for part in field.split(whereSeparator: { separators.contains($0) || $0.isWhitespace }) {
      try analyzer.withTokens(of: String(part)) { units, tokens in
        found.append((String(decoding: units, as: UTF16.self), 1))
        for token in tokens where token.range.count > 1 {
          let word = UnsafeBufferPointer(rebasing: units[token.range])
          found.append((String(decoding: word, as: UTF16.self), partWeight))
        }
      }
    }
    return found.filter { $0.word.count > 1 }
  }

  /// The numbers of the words that `text` has, each once; at every place all words that begin there.
  func found(in text: OpinionText, _ analyzer: TextAnalyzer) -> Set<Int> {
    var found: Set<Int> = []
    for part in [text.title, text.body] {
      analyzer.withUnits(of: part) { units in
        for start in units.indices {
          var node = WordTrie.root
          for unit in units[start...] {
            guard let next = trie.next(node, unit) else { break }
            node = next
            if trie.value(node) >= 0 { found.insert(Int(trie.value(node))) }
          }
        }
      }
    }
    return found
  }

  /// The best experts for each of `topics`, best first, of equals the smaller id.
  ///
  /// - Parameter shares: by concern, all of them, the words that its texts have, each with the share of them that has it.
  func proposals(for topics: [Topic], _ shares: [ConcernID: [Int: Double]]) -> [[ExpertProposal]] {
    var counts: [Int: Int] = [:]
    for words in shares.values {
      for (word, share) in words where share >= ExpertMatcher.share { counts[word, default: 0] += 1 }
    }
    let total = Double(shares.count)
    return topics.map { topic in
      let found = shares[topic.concern] ?? [:]
      let weights = found.reduce(into: [Int: Double]()) { weights, entry in
        weights[entry.key] =
          entry.value * naturalLog((1 + total) / (1 + Double(counts[entry.key] ?? 0)))
      }
      let proposals = experts.indices.compactMap { proposal(of: $0, topic, weights) }
      return Array(proposals.sorted { ExpertMatcher.isBefore($0, $1) }.prefix(ExpertMatcher.most))
    }
  }

  private static func isBefore(_ a: ExpertProposal, _ b: ExpertProposal) -> Bool {
    a.score != b.score ? a.score > b.score : a.expert.id.utf8.lexicographicallyPrecedes(b.expert.id.utf8)
  }

  private func proposal(of expert: Int, _ topic: Topic, _ weights: [Int: Double]) -> ExpertProposal? {
    // 1. words, the weightiest first, none within another
    var own: [(word: String, weight: Double)] = []
    for (word, factor) in wordsOf[expert] {
      if let weight = weights[word], weight > 0 { own.append((words[word], weight * factor)) }
    }
    own.sort { a, b in a.weight != b.weight ? a.weight > b.weight : a.word < b.word }
    var matched: [(word: String, weight: Double)] = []
    for entry in own {
      let isWithin = matched.contains { $0.word.contains(entry.word) || entry.word.contains($0.word) }
      if !isWithin { matched.append(entry) }
    }
    var score = matched.reduce(0.0) { $0 + $1.weight }
    // 2. departments
    var pointed: [String] = []
    for department in topic.route.departments {
      guard let known = departments.first(where: { $0.name == department.name }) else { continue }
      let isMeant = wordsOf[expert].contains { entry in
        let word = words[entry.number]
        return known.name.contains(word) || known.terms.contains { term in term.contains(word) }
      }
      guard isMeant else { continue }
      pointed.append(department.name)
      score += ExpertMatcher.departmentWeight * Double(department.count) / Double(max(1, topic.posts))
    }
    guard score > 0 else { return nil }
    return ExpertProposal(
      expert: experts[expert], score: score, terms: matched.prefix(5).map(\.word), departments: pointed)
  }
}
