/// Words beyond ICU's dictionary, and the rules of word formation: what an empty one lacks is ICU's alone.
public struct Lexicon: Sendable {
  /// Nothing added: segmentation is ICU's.
  public static let empty = Lexicon()

  /// Every word once; `false`: it is a phrase and never stands as a word (a cut).
  private var isWord: [[UInt16]: Bool] = [:]
  /// Without them numbers, dates and names are cut as ICU cuts them.
  public var morphemes = Morphemes()

  /// A lexicon without words and rules.
  public init() {}

  /// A lexicon of `words` without rules.
  public init(words: some Sequence<String>) {
    for word in words { insert(word) }
  }

  /// True where neither a word nor a cut nor a rule was added.
  public var isEmpty: Bool { isWord.isEmpty && morphemes.isEmpty }

  /// Adds a word. What is said last of a word counts.
  public mutating func insert(_ word: String) { isWord[Array(word.utf16)] = true }

  /// Makes sure that `phrase`, which a dictionary may list, is cut into its words.
  public mutating func insertCut(_ phrase: String) { isWord[Array(phrase.utf16)] = false }

  /// True if `word` is listed, as a word or as a cut.
  public func contains(_ word: String) -> Bool { isWord[Array(word.utf16)] != nil }

  /// Forgets what was said of `word`.
  public mutating func remove(_ word: String) { isWord[Array(word.utf16)] = nil }

  /// Why `word` cannot be looked up while segmenting, or nil if it can.
  public static func problem(with word: String) -> String? {
    let units = Array(word.utf16)
    if units.count < 2 { return "一个字不必登记（a word has two characters or more）" }
    if units.count > WordLattice.longestWord { return "超过 \(WordLattice.longestWord) 个字（too long）" }
    if units.contains(where: UTF16.isSurrogate) { return "含扩展区汉字或表情（outside the basic plane）" }
    if word.contains(where: \.isWhitespace) { return "含空白（white space in a word）" }
    return nil
  }

  /// The words in ascending order of their units, cuts apart.
  var sorted: (words: [[UInt16]], cuts: [[UInt16]]) {
    let usable = isWord.filter { (2...WordLattice.longestWord).contains($0.key.count) }
    let order = usable.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    return (order.filter(\.value).map(\.key), order.filter { !$0.value }.map(\.key))
  }
}
