/// Joins tokens to words that no dictionary lists, by the roles of their characters and by the lexicon.
///
/// From left to right, the first that fits at a token: a lexicon word that is not Han throughout (5G基站); a
/// number with its magnitude or unit of time (3万, 2019年, 三十一日, 第三); a mark of repeated punctuation (——); three
/// or more single characters that spell a foreign name (克林顿); two single characters after a family name, which
/// stays apart; one or two single characters before a place character (水心村). Own design. O(tokens), in place.
struct TokenJoiner {
  let dictionary: CompiledDictionary
  /// Every lexicon word is joined from whole tokens: the cuts were made without the lexicon.
  let joinsAllWords: Bool
  let text: UnsafeBufferPointer<UInt16>

  /// Joins among `tokens[0..<count]` and returns how many are left.
  func join(_ tokens: UnsafeMutablePointer<Piece>, count: Int) -> Int {
    var written = 0
    var i = 0
    while i < count {
      let token = tokens[i]
      if !mayJoin(token) {
        tokens[written] = token
        written &+= 1
        i &+= 1
        continue
      }
      let roles = UnitTable.roles(token.entry)
      let rest = UnsafeBufferPointer(start: tokens + i, count: count - i)
      if let word = word(rest, roles) {
        tokens[written] = Piece(
          start: Int(token.start), end: Int(rest[word.count - 1].end),
          entry: UnitTable.entry(token.entry & ~UnitTable.roleMask, kind: word.kind))
        written += 1
        i += word.count
      } else if token.length == 1, roles.contains(.place) {
        let first = placeStart(tokens, before: written)
        let start = first < written ? tokens[first].start : token.start
        tokens[first] = Piece(start: Int(start), end: Int(token.end), entry: token.entry)
        written = first + 1
        i += 1
      } else {
        tokens[written] = token
        written += 1
        i += 1
        // The family name stays a word of its own; the two characters behind it become one.
        if token.length == 1, roles.contains(.surname), rest.count > 2, isNamePart(rest[1]),
          isNamePart(rest[2])
        {
          tokens[written] = Piece(start: Int(rest[1].start), end: Int(rest[2].end), entry: rest[1].entry)
          written += 1
          i += 2
        }
      }
    }
    return written
  }

  /// False for most tokens: nothing begins or ends with them.
  @inline(__always)
  private func mayJoin(_ token: Piece) -> Bool {
    let roles = UnitTable.roles(token.entry)
    return joinsAllWords || UnitTable.kind(token.entry) == .number
      || !roles.isDisjoint(with: token.length == 1 ? TokenJoiner.joiningAlone : TokenJoiner.joining)
  }

  private static let joining: MorphemeRoles = [.numeral, .mixedStart, .ordinal]
  private static let joiningAlone: MorphemeRoles = [
    .numeral, .mixedStart, .ordinal, .repeated, .transliteration, .surname, .place,
  ]

  /// How many of `tokens` are one word, two or more, and its kind; nil: nothing is joined at the first.
  private func word(_ tokens: UnsafeBufferPointer<Piece>, _ roles: MorphemeRoles) -> (
    count: Int, kind: TokenKind
  )? {
    if joinsAllWords || roles.contains(.mixedStart), let count = lexiconWord(tokens) {
      return (count, dictionary.units.kind(of: text, Int(tokens[0].start)..<Int(tokens[count - 1].end)))
    }
    if let count = number(tokens, roles) { return (count, .number) }
    guard tokens[0].length == 1 else { return nil }
    if roles.contains(.repeated), let count = repetition(tokens) {
      return (count, UnitTable.kind(tokens[0].entry))
    }
    if roles.contains(.transliteration), let count = transliteration(tokens) { return (count, .han) }
    return nil
  }

  /// The longest lexicon word of two whole tokens or more.
  private func lexiconWord(_ tokens: UnsafeBufferPointer<Piece>) -> Int? {
    let words = dictionary.lexiconWords
    var node = DoubleArray.noCell
    var found: Int?
    for (i, token) in tokens.enumerated() {
      for position in token.range {
        let code = UnitTable.code(dictionary.units[text[position]])
        node = position == tokens[0].start ? words.first(code) : words.child(of: node, code)
        if node == DoubleArray.noCell { return found }
      }
      if DoubleArray.cost(node) != DoubleArray.noCost, i > 0 { found = i + 1 }
    }
    return found
  }

  private func number(_ tokens: UnsafeBufferPointer<Piece>, _ roles: MorphemeRoles) -> Int? {
    if roles.contains(.ordinal), isOrdinal(tokens[0]) {
      guard tokens.count > 1 else { return nil }
      let isDigits = tokens[0].length == 1 && UnitTable.kind(tokens[1].entry) == .number
      return isDigits || isNumeral(tokens[1]) ? numerals(tokens, from: 2) : nil
    }
    let isDigits = UnitTable.kind(tokens[0].entry) == .number
    guard isDigits || isNumeral(tokens[0]) else { return nil }
    var count = 1
    if !isDigits || (tokens.count > 1 && UnitTable.roles(tokens[1].entry).contains(.magnitude)) {
      count = numerals(tokens, from: 1)
    }
    let length = Int(tokens[count - 1].end - tokens[0].start)
    if count < tokens.count, tokens[count].length == 1 {
      let unit = UnitTable.roles(tokens[count].entry)
      let isYear =
        isDigits ? count == 1 && (length == 2 || length == 4) && isDigitsOnly(tokens[0]) : length >= 4
      if unit.contains(.year) ? isYear : unit.contains(.time) && (isDigits || length >= 2) {
        return count + 1
      }
    }
    return count > 1 || (!isDigits && length >= 2) ? count : nil
  }

  /// Past the numerals that begin with token `i`.
  private func numerals(_ tokens: UnsafeBufferPointer<Piece>, from i: Int) -> Int {
    var end = i
    while end < tokens.count, isNumeral(tokens[end]) { end += 1 }
    return end
  }

  private func repetition(_ tokens: UnsafeBufferPointer<Piece>) -> Int? {
    let mark = text[Int(tokens[0].start)]
    let count = tokens.prefix { $0.length == 1 && text[Int($0.start)] == mark }.count
    return count > 1 ? count : nil
  }

  private func transliteration(_ tokens: UnsafeBufferPointer<Piece>) -> Int? {
    let count = tokens.prefix { $0.length == 1 && UnitTable.roles($0.entry).contains(.transliteration) }.count
    return count > 2 ? count : nil
  }

  /// The first of up to two single characters that end at the written token `written`.
  private func placeStart(_ tokens: UnsafePointer<Piece>, before written: Int) -> Int {
    var first = written
    while first > 0, written - first < 2, isNamePart(tokens[first - 1]) { first -= 1 }
    return first
  }

  private func isNamePart(_ token: Piece) -> Bool {
    token.length == 1 && UnitTable.kind(token.entry) == .han
      && !UnitTable.roles(token.entry).contains(.function)
  }

  private func isNumeral(_ token: Piece) -> Bool {
    UnitTable.roles(token.entry).contains(.numeral)
      && text[token.range].allSatisfy { UnitTable.roles(dictionary.units[$0]).contains(.numeral) }
  }

  /// 第, or a word like 第二, which may go on: 第二|百.
  private func isOrdinal(_ token: Piece) -> Bool {
    text[token.range].dropFirst().allSatisfy { UnitTable.roles(dictionary.units[$0]).contains(.numeral) }
  }

  private func isDigitsOnly(_ token: Piece) -> Bool {
    text[token.range].allSatisfy { UnitTable.kind(dictionary.units[$0]) == .number }
  }
}
