/// What a character does in words that no dictionary lists: numbers, dates, names.
struct MorphemeRoles: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let numeral = MorphemeRoles(rawValue: 1 << 0)
  static let magnitude = MorphemeRoles(rawValue: 1 << 1)
  static let ordinal = MorphemeRoles(rawValue: 1 << 2)
  static let year = MorphemeRoles(rawValue: 1 << 3)
  static let time = MorphemeRoles(rawValue: 1 << 4)
  static let surname = MorphemeRoles(rawValue: 1 << 5)
  static let transliteration = MorphemeRoles(rawValue: 1 << 6)
  static let place = MorphemeRoles(rawValue: 1 << 7)
  static let function = MorphemeRoles(rawValue: 1 << 8)
  static let repeated = MorphemeRoles(rawValue: 1 << 9)
  /// Begins a lexicon word that is not Han throughout: 5G基站.
  static let mixedStart = MorphemeRoles(rawValue: 1 << 10)
}
