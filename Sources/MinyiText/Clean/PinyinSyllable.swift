/// A syllable of Hanyu Pinyin, in lower case: xié, lǜ, xie2, lv4, xie.
///
/// Only the some 400 syllables that exist: `pe` and `ok` are none.
struct PinyinSyllable: Equatable {
  /// True for xié, false for xie2 and xie.
  var hasToneMark: Bool

  /// The syllable that `units` spell, or nil. O(units); of two tone marks, or a mark and a digit, nothing is
  /// made.
  init?(_ units: some Collection<UInt16>) {
    var letters: [UInt8] = []
    var markCount = 0
    var hasDigit = false
    for unit in units {
      guard !hasDigit else { return nil }
      if (0x31...0x35).contains(unit) {
        hasDigit = true
      } else if Unit.isLatinLetter(unit) {
        letters.append(UInt8(truncatingIfNeeded: unit))
      } else if let (letter, isToned) = PinyinSyllable.marked[unit] {
        letters.append(letter)
        markCount += isToned ? 1 : 0
      } else {
        return nil
      }
    }
    guard markCount <= 1, !(hasDigit && markCount == 1), PinyinSyllable.isSpelled(letters) else { return nil }
    // One letter without a mark is a label, of a list or a building: 方案(a), 楼(a1).
    guard letters.count >= 2 || markCount == 1 else { return nil }
    hasToneMark = markCount == 1
  }

  private static let v = UInt8(ascii: "v")
  private static let r = UInt8(ascii: "r")

  /// The letter under each mark (ü as v), and whether the mark is a tone. The script forms ɑ and ɡ are of
  /// schoolbooks.
  private static let marked: [UInt16: (letter: UInt8, isToned: Bool)] = {
    var table: [UInt16: (UInt8, Bool)] = [:]
    for (letter, forms) in [
      "a": "āáǎàăã", "e": "ēéěèĕẽ", "i": "īíǐìĭĩ", "o": "ōóǒòŏõ", "u": "ūúǔùŭũ", "v": "ǖǘǚǜ", "n": "ńňǹ",
    ] {
      for unit in forms.utf16 { table[unit] = (letter.utf8.first ?? v, true) }
    }
    for (form, letter) in ["ü": "v", "ɑ": "a", "ɡ": "g", "ê": "e"] {
      if let unit = form.utf16.first { table[unit] = (letter.utf8.first ?? v, false) }
    }
    return table
  }()

  private static func isSpelled(_ letters: [UInt8]) -> Bool {
    if syllables.contains(String(decoding: letters, as: UTF8.self)) { return true }
    // Erhua: wánr, diǎnr.
    return letters.count > 2 && letters.last == r
      && syllables.contains(String(decoding: letters.dropLast(), as: UTF8.self))
  }

  private static let syllables: Set<String> = {
    var syllables = Set("a ai an ang ao e ei en eng er o ou".split(separator: " ").map(String.init))
    for line in finalsByInitials.split(separator: "\n") {
      let parts = line.split(separator: ":").map { $0.split(separator: " ") }
      guard parts.count == 2 else { continue }
      for initial in parts[0] { syllables.formUnion(parts[1].map { String(initial + $0) }) }
    }
    return syllables
  }()

  /// The finals that follow the initials before the colon; ü is v.
  private static let finalsByInitials = """
    b p m: a ai an ang ao ei en eng i ian iao ie in ing o u
    p m f: ou
    m: e iu
    f: a an ang ei en eng iao o u
    d t n l: a ai an ang ao e ei eng i ian iao ie ing ong ou u uan un uo
    d t: ui
    d n l: ia iu
    d n: en
    n l: iang in v ve ue
    l: o
    g k h: a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
    j q x: i ia ian iang iao ie in ing iong iu u uan ue un v van ve vn
    zh ch sh z c s: a ai an ang ao e en eng i ou u uan ui un uo
    zh ch sh: ua uai uang
    zh ch z c s: ong
    zh sh z c: ei
    r: an ang ao e en eng i ong ou u ua uan ui un uo
    y: a ai an ang ao e i in ing o ong ou u uan ue un
    w: a ai an ang ao ei en eng o u
    """
}
