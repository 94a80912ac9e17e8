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

  private static let inert: MorphemeRoles = [.function, .magnitude, .year, .time]

  func join(_ tokens: inout [Token]) {
    var written = 0
    var i = 0
    while i < tokens.count {
      let token = tokens[i]
      let roles = self.roles(token)
      var end = i + 1
      var kind = token.kind
      if joinsAllWords || kind == .number || !roles.isSubset(of: TokenJoiner.inert) {
        if let word = word(tokens, from: i, roles) {
          (end, kind) = word
        } else if token.length == 1, roles.contains(.place) {
          let first = placeStart(tokens, before: written)
          let start = first < written ? tokens[first].start : token.start
          tokens[first] = Token(start: Int(start), end: Int(token.end), kind: .han)
          written = first + 1
          i = end
          continue
        }
      }
      tokens[written] = Token(start: Int(token.start), end: Int(tokens[end - 1].end), kind: kind)
      written += 1
      if end == i + 1, roles.contains(.surname), let nameEnd = givenNameEnd(tokens, after: i) {
        tokens[written] = Token(start: Int(tokens[end].start), end: Int(tokens[nameEnd - 1].end), kind: .han)
        written += 1
        end = nameEnd
      }
      i = end
    }
    tokens.removeLast(tokens.count - written)
  }

  /// Past which token the word ends that begins with token `i`, and its kind; nil: nothing is joined.
  private func word(_ tokens: [Token], from i: Int, _ roles: MorphemeRoles) -> (end: Int, kind: TokenKind)? {
    if joinsAllWords || roles.contains(.mixedStart), let end = lexiconWordEnd(tokens, from: i) {
      return (end, dictionary.units.kind(of: text, Int(tokens[i].start)..<Int(tokens[end - 1].end)))
    }
    if let end = numberEnd(tokens, from: i, roles) { return (end, .number) }
    if roles.contains(.repeated), let end = repetitionEnd(tokens, from: i) { return (end, tokens[i].kind) }
    if roles.contains(.transliteration), let end = transliterationEnd(tokens, from: i) { return (end, .han) }
    return nil
  }

  /// The longest lexicon word of two whole tokens or more.
  private func lexiconWordEnd(_ tokens: [Token], from first: Int) -> Int? {
    var base = DoubleArray.rootBase
    var found: Int?
    for i in first..<tokens.count {
      var cost = DoubleArray.noCost
      for position in tokens[i].range {
        let code = UnitTable.code(dictionary.units[text[position]])
        let cell = dictionary.words.cells[Int(base) + Int(code)]
        guard code != 0, DoubleArray.code(cell) == code else { return found }
        base = DoubleArray.base(cell)
        cost = DoubleArray.cost(cell)
        // Below a leaf lie the root's cells.
        if base == DoubleArray.leafBase, position + 1 < tokens[i].range.upperBound { return found }
      }
      if cost != DoubleArray.noCost, i > first { found = i + 1 }
      if base == DoubleArray.leafBase { break }
    }
    return found
  }

  private func numberEnd(_ tokens: [Token], from i: Int, _ roles: MorphemeRoles) -> Int? {
    if roles.contains(.ordinal), tokens[i].length == 1 {
      guard i + 1 < tokens.count, tokens[i + 1].kind == .number || isNumeral(tokens[i + 1]) else {
        return nil
      }
      return numeralsEnd(tokens, from: i + 2)
    }
    let isDigits = tokens[i].kind == .number
    guard isDigits || isNumeral(tokens[i]) else { return nil }
    var end = i + 1
    if !isDigits || (end < tokens.count && self.roles(tokens[end]).contains(.magnitude)) {
      end = numeralsEnd(tokens, from: end)
    }
    let length = Int(tokens[end - 1].end - tokens[i].start)
    if end < tokens.count, tokens[end].length == 1 {
      let unit = self.roles(tokens[end])
      let isYear =
        isDigits ? end == i + 1 && (length == 2 || length == 4) && isDigitsOnly(tokens[i]) : length >= 4
      if unit.contains(.year) ? isYear : unit.contains(.time) && (isDigits || length >= 2) { return end + 1 }
    }
    return end > i + 1 || (!isDigits && length >= 2) ? end : nil
  }

  private func numeralsEnd(_ tokens: [Token], from i: Int) -> Int {
    var end = i
    while end < tokens.count, isNumeral(tokens[end]) { end += 1 }
    return end
  }

  private func repetitionEnd(_ tokens: [Token], from i: Int) -> Int? {
    var end = i + 1
    while end < tokens.count, tokens[end].length == 1,
      text[Int(tokens[end].start)] == text[Int(tokens[i].start)]
    {
      end += 1
    }
    return end > i + 1 ? end : nil
  }

  private func transliterationEnd(_ tokens: [Token], from i: Int) -> Int? {
    var end = i
    while end < tokens.count, tokens[end].length == 1, roles(tokens[end]).contains(.transliteration) {
      end += 1
    }
    return end >= i + 3 ? end : nil
  }

  private func givenNameEnd(_ tokens: [Token], after i: Int) -> Int? {
    guard tokens[i].length == 1, i + 2 < tokens.count, isNamePart(tokens[i + 1]), isNamePart(tokens[i + 2])
    else {
      return nil
    }
    return i + 3
  }

  /// The first of up to two single characters that end at the written token `written`.
  private func placeStart(_ tokens: [Token], before written: Int) -> Int {
    var first = written
    while first > 0, written - first < 2, isNamePart(tokens[first - 1]) { first -= 1 }
    return first
  }

  private func isNamePart(_ token: Token) -> Bool {
    token.length == 1 && token.kind == .han && !roles(token).contains(.function)
  }

  private func isNumeral(_ token: Token) -> Bool {
    text[token.range].allSatisfy { UnitTable.roles(dictionary.units[$0]).contains(.numeral) }
  }

  private func isDigitsOnly(_ token: Token) -> Bool {
    text[token.range].allSatisfy { UnitTable.kind(dictionary.units[$0]) == .number }
  }

  /// The roles of the token's first unit.
  @inline(__always)
  private func roles(_ token: Token) -> MorphemeRoles {
    UnitTable.roles(dictionary.units[text[Int(token.start)]])
  }
}
