import MinyiText

/// Words as they stand in cleaned texts, which is where they are looked for.
enum WordForm {
  /// `word` cleaned: simplified, half-width, Latin in lower case.
  static func cleaned(_ word: String) -> String { Cleaner().normalize(word).string }

  /// The cleaned form of `word`, or a `MinyiError` (64) that says why it cannot be a word.
  static func usable(_ word: String) throws -> String {
    let form = cleaned(word)
    if let problem = problem(with: form) {
      throw MinyiError("“\(word)”不能作为词：\(problem)。没有改动任何词。(not a word; nothing was changed)", exitCode: 64)
    }
    return form
  }

  /// Why the cleaned `form` cannot be a word, or nil.
  static func problem(with form: String) -> String? {
    if form.isEmpty { return "清洗后为空（nothing is left of it）" }
    if let problem = Lexicon.problem(with: form) { return problem }
    return form.contains { $0.isLetter } ? nil : "没有文字（no letters in it）"
  }
}
