/// The characters that form numbers, dates, names and the phrases that are no words.
///
/// A role in `Dictionaries/morphemes.tsv` is the name of its case here.
public struct Morphemes: Sendable, Hashable {
  /// What a character may be in a number, a date, a name or a phrase.
  public enum Role: String, CaseIterable, Sendable {
    /// A Chinese numeral: 一 二 十 百 万.
    case numeral
    /// May follow Arabic digits and belong to the number: 万 亿.
    case magnitude
    /// Makes a number an ordinal: 第.
    case ordinal
    /// After the digits of a year: 年.
    case year
    /// After a number, makes it a date or a time: 月 日 时.
    case time
    /// Stands before a measure word like a numeral, but is none: 几.
    case count
    /// Counts things after a numeral: 个 条 次. A dictionary word "numerals measure" is a phrase.
    case measure
    /// 也 都 最. A dictionary word "adverb light" is a phrase.
    case adverb
    /// Verbs and adjectives of one character after an adverb: 是 有 大 好.
    case light
    /// Ends a phrase rather than a word: 的 了 是. A dictionary word that ends so is a phrase.
    case tail
    /// A family name.
    case surname
    /// Spells foreign names: 克 斯 尔.
    case transliteration
    /// Ends the name of a place: 村 镇 路 河.
    case place
    /// Belongs to grammar, never to a name: 的 在 和.
    case function
    /// Punctuation that is repeated to make one mark: — …
    case repeated
  }

  private var characters: [Role: Set<UInt16>] = [:]

  /// No character has a role.
  public init() {}

  /// True where no character has a role.
  public var isEmpty: Bool { characters.isEmpty }

  /// Gives `role` to the characters of `text`; those outside the basic multilingual plane take none.
  public mutating func insert(_ text: some StringProtocol, as role: Role) {
    for scalar in text.unicodeScalars where scalar.value < 0x10000 {
      characters[role, default: []].insert(UInt16(scalar.value))
    }
  }

  func contains(_ unit: UInt16, _ role: Role) -> Bool { characters[role]?.contains(unit) ?? false }

  /// The roles that segmenting asks for.
  func runtimeRoles(of unit: UInt16) -> MorphemeRoles {
    var roles: MorphemeRoles = []
    for (role, bit) in Morphemes.runtimeRoles where contains(unit, role) { roles.insert(bit) }
    return roles
  }

  /// True if `word`, which the dictionary lists, is a phrase by the roles of its characters: 一年, 十一日,
  /// 也是, 新的.
  func isPhrase(_ word: ArraySlice<UInt16>) -> Bool {
    guard let first = word.first, let last = word.last, (2...4).contains(word.count) else { return false }
    if contains(last, .tail) { return true }
    if contains(last, .measure), word.dropLast().allSatisfy({ contains($0, .numeral) }) { return true }
    guard word.count == 2 else { return false }
    return contains(first, .count) && contains(last, .measure)
      || contains(first, .adverb) && contains(last, .light)
  }

  private static let runtimeRoles: [(Role, MorphemeRoles)] = [
    (.numeral, .numeral), (.magnitude, .magnitude), (.ordinal, .ordinal), (.year, .year), (.time, .time),
    (.surname, .surname), (.transliteration, .transliteration), (.place, .place), (.function, .function),
    (.repeated, .repeated),
  ]
}
