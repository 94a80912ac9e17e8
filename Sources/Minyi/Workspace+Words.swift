public import MinyiModel
import MinyiStore
import MinyiText

extension Workspace {
  /// What was decided about words, in the order of their UTF-8 bytes.
  public func wordDecisions() throws -> [WordDecision] { try store.wordDecisions() }

  /// Makes each of `words` a word from now on, or with `.cut` a phrase that is always cut.
  ///
  /// Words are kept as they stand in cleaned texts: simplified, half-width, Latin in lower case. Returns them so.
  /// Throws a `MinyiError` for the first that cannot be a word, with nothing kept.
  @discardableResult
  public mutating func add(words: [String], as fate: WordDecision.Fate = .word) throws -> [WordDecision] {
    let decisions = try words.map { WordDecision(word: try WordForm.usable($0), fate: fate) }
    try store.keep(decisions)
    try readWords()
    return decisions
  }

  /// Keeps `decisions` that were made elsewhere, as in another workspace.
  public mutating func keep(_ decisions: [WordDecision]) throws {
    try store.keep(decisions)
    try readWords()
  }

  /// Takes back what was decided about each of `words`; one that nothing was decided about is refused, and not
  /// proposed again. Returns for each its cleaned form and the decision that was taken back, nil: it was refused.
  @discardableResult
  public mutating func remove(words: [String]) throws -> [(word: String, before: WordDecision.Fate?)] {
    let known = Dictionary(
      try store.wordDecisions().map { ($0.word, $0.fate) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    let forms = try words.map { try WordForm.usable($0) }.filter { seen.insert($0).inserted }
    let before = forms.map { (word: $0, before: known[$0]) }
    try store.forget(before.filter { $0.before == .word || $0.before == .cut }.map(\.word))
    try store.keep(before.filter { $0.before == nil }.map { WordDecision(word: $0.word, fate: .refused) })
    try readWords()
    return before
  }
}
