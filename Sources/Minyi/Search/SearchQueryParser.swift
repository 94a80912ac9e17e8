import MinyiModel
import MinyiText

/// Recursive descent over the grammar
///
///     any    = all { "OR" all }
///     all    = [ "NOT" | "-" ] part { [ "AND" ] [ "NOT" | "-" ] part }
///     part   = "(" any ")" | [ field ":" ] ( word [ "*" ] | quote )
struct SearchQueryParser {
  private let query: String
  private let characters: [Character]
  private var position = 0
  private var depth = 0
  private var phraseCount = 0
  private let cleaner = Cleaner()

  /// Brackets within brackets, and phrases, at most: FTS5 has limits of its own, and no person comes near these.
  private static let depthLimit = 30
  private static let phraseLimit = 64

  private static let fieldNames: [String: SearchQuery.Field] = [
    "title": .title, "标题": .title, "place": .place, "地区": .place, "channel": .channel, "渠道": .channel,
    "after": .after, "自": .after, "before": .before, "前": .before, "concern": .concern, "诉求点": .concern,
    "theme": .theme, "主题": .theme,
  ]
  private static let openers: Set<Character> = ["(", "（"]
  private static let closers: Set<Character> = [")", "）"]
  /// What ends a quote, by what begins it.
  private static let quotes: [Character: Set<Character>] = [
    "\"": ["\"", "”"], "“": ["”", "\""], "＂": ["＂", "\""], "「": ["」"],
  ]
  private static let colons: Set<Character> = [":", "："]
  private static let stars: Set<Character> = ["*", "＊"]

  init(_ query: String) {
    self.query = query
    characters = Array(query)
  }

  mutating func parse() throws(SearchQueryError) -> (root: SearchQuery.Node?, groups: [SearchQuery.Group]) {
    skipSpace()
    if isAtEnd { throw error("请写出要找的内容。(the query is empty)", at: 0) }
    let node = try any()
    if !isAtEnd { throw error("多出一个右括号。(a closing bracket without its opening one)", at: position) }
    return try withoutGroups(node)
  }

  /// Takes the groups that must hold for every result out of the tree; they may stand nowhere else.
  private func withoutGroups(
    _ node: SearchQuery.Node
  ) throws(SearchQueryError) -> (SearchQuery.Node?, [SearchQuery.Group]) {
    var parts: [SearchQuery.Node] = []
    var groups: [SearchQuery.Group] = []
    for part in topParts(node) {
      if case .group(let group, _) = part {
        groups.append(group)
      } else {
        try check(part)
        parts.append(part)
      }
    }
    if parts.isEmpty { return (nil, groups) }
    if let lone = parts.compactMap(negationColumn).first, parts.allSatisfy({ negationColumn($0) != nil }) {
      throw error("只有排除的内容，没有要找的。(nothing but exclusions)", at: lone)
    }
    return (parts.count == 1 ? parts[0] : .all(parts), groups)
  }

  private func topParts(_ node: SearchQuery.Node) -> [SearchQuery.Node] {
    if case .all(let parts) = node { return parts.flatMap(topParts) }
    return [node]
  }

  private func negationColumn(_ node: SearchQuery.Node) -> Int? {
    if case .not(_, let column) = node { return column }
    return nil
  }

  /// Throws for a group, and for brackets that hold nothing but exclusions.
  private func check(_ node: SearchQuery.Node) throws(SearchQueryError) {
    switch node {
    case .phrase, .days: break
    case .group(_, let column):
      throw error(
        "concern: 和 theme: 不能放在 OR、NOT 里。(concern: and theme: cannot stand within OR or NOT)", at: column)
    case .not(let part, _): try check(part)
    case .all(let parts):
      for part in parts { try check(part) }
      if let column = negationColumn(parts[0]), parts.allSatisfy({ negationColumn($0) != nil }) {
        throw error("只有排除的内容，没有要找的。(nothing but exclusions)", at: column)
      }
    case .any(let parts):
      for part in parts {
        try check(part)
        if let column = negationColumn(part) {
          throw error("OR 的一边只有排除的内容。(a side of OR is nothing but an exclusion)", at: column)
        }
      }
    }
  }

  // MARK: Grammar

  private mutating func any() throws(SearchQueryError) -> SearchQuery.Node {
    var parts = [try all()]
    while let start = operation("OR") {
      if isAtEnd || isCloser { throw error("OR 后面缺少内容。(nothing follows OR)", at: start) }
      parts.append(try all())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func all() throws(SearchQueryError) -> SearchQuery.Node {
    var parts: [SearchQuery.Node] = []
    while true {
      skipSpace()
      if isAtEnd || isCloser { break }
      if isNext("OR") {
        if parts.isEmpty { throw error("OR 前面缺少内容。(nothing precedes OR)", at: position) }
        break
      }
      if let start = operation("AND") {
        if parts.isEmpty { throw error("AND 前面缺少内容。(nothing precedes AND)", at: start) }
        if isAtEnd || isCloser || isNext("AND") || isNext("OR") {
          throw error("AND 后面缺少内容。(nothing follows AND)", at: start)
        }
      }
      parts.append(try negated())
    }
    if parts.isEmpty { throw error("这里缺少要找的内容。(something to look for is missing here)", at: position) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negated() throws(SearchQueryError) -> SearchQuery.Node {
    let start = position
    var isNegated = operation("NOT") != nil
    if !isNegated, characters[position] == "-" {
      isNegated = true
      position += 1
    }
    if !isNegated { return try part() }
    if isAtEnd || isCloser || isNext("AND") || isNext("OR") || isNext("NOT") {
      throw error("这里要排除什么？(what is to be excluded here?)", at: start)
    }
    return .not(try part(), column: start)
  }

  private mutating func part() throws(SearchQueryError) -> SearchQuery.Node {
    let start = position
    if SearchQueryParser.openers.contains(characters[position]) {
      position += 1
      depth += 1
      if depth > SearchQueryParser.depthLimit { throw error("括号太深。(too many brackets)", at: start) }
      let inner = try any()
      guard isCloser else { throw error("缺少右括号。(the bracket is not closed)", at: start) }
      position += 1
      depth -= 1
      return inner
    }
    if let field = try field() {
      let valueStart = position
      let value = try value()
      if value.isEmpty {
        throw error("\(field.rawValue): 后面缺少内容。(nothing follows \(field.rawValue):)", at: start)
      }
      return try condition(field, value, at: valueStart)
    }
    return .phrase(try phrase(try value(), at: start), field: nil)
  }

  /// The field that a word names before its colon.
  private mutating func field() throws(SearchQueryError) -> SearchQuery.Field? {
    let rest = characters[position...]
    guard let colon = rest.firstIndex(where: { SearchQueryParser.colons.contains($0) || endsWord($0) }),
      SearchQueryParser.colons.contains(characters[colon]), colon > position
    else { return nil }
    let name = String(rest[..<colon]).lowercased()
    if let field = SearchQueryParser.fieldNames[name] {
      position = colon + 1
      return field
    }
    // 反映：路灯 is text; plase:东兴区 is a slip.
    if name.allSatisfy({ $0.isASCII && $0.isLetter }) {
      let known = SearchQuery.Field.allCases.map { $0.rawValue + ":" }.joined(separator: " ")
      throw error("没有叫 \(name) 的字段，可用 \(known)；要找这些字请加引号。(no such field)", at: position)
    }
    return nil
  }

  /// A quote, or a word up to the next space, bracket or quote.
  private mutating func value() throws(SearchQueryError) -> String {
    guard !isAtEnd else { return "" }
    let start = position
    if let ends = SearchQueryParser.quotes[characters[position]] {
      guard let end = characters[(start + 1)...].firstIndex(where: { ends.contains($0) }) else {
        throw error("引号没有结束。(the quote does not end)", at: start)
      }
      position = end + 1
      skipStar()
      return String(characters[(start + 1)..<end])
    }
    while !isAtEnd, !endsWord(characters[position]) { position += 1 }
    var word = characters[start..<position]
    // A star stands for the rest of a word; so does nothing, since words are found inside longer ones.
    while let last = word.last, SearchQueryParser.stars.contains(last) { word.removeLast() }
    return String(word)
  }

  private mutating func phrase(_ text: String, at start: Int) throws(SearchQueryError) -> SearchQuery.Phrase {
    phraseCount += 1
    if phraseCount > SearchQueryParser.phraseLimit {
      throw error("词太多，最多 \(SearchQueryParser.phraseLimit) 个。(too many words)", at: start)
    }
    if !cleaner.mask(text).masked.isEmpty {
      throw error("个人信息不进索引，无法搜索。(personal data is not in the index)", at: start)
    }
    let characters = SearchCharacters(text, cleaner: cleaner)
    if characters.isEmpty { throw error("这里没有可以找的字。(nothing here can be searched for)", at: start) }
    return SearchQuery.Phrase(text: " " + text, isPrefix: characters.lastRunLength == 1)
  }

  private mutating func condition(
    _ field: SearchQuery.Field, _ value: String, at start: Int
  ) throws(SearchQueryError) -> SearchQuery.Node {
    switch field {
    case .title, .place, .channel: return .phrase(try phrase(value, at: start), field: field)
    case .after, .before:
      guard let day = SearchQueryParser.firstDay(value) else {
        throw error("应为日期，如 2025、2025-01 或 2025-01-31。(a date, as 2025-01, was expected)", at: start)
      }
      return field == .after ? .days(from: day, before: nil) : .days(from: nil, before: day)
    case .concern:
      guard let number = Int32(value), number >= 0 else {
        throw error("应为诉求点编号，见 minyi agenda。(the number of a concern was expected)", at: start)
      }
      return .group(.concern(ConcernID(rawValue: number)), column: start)
    case .theme: return .group(.theme(value), column: start)
    }
  }

  /// The first day of a year, month or day as people write it: 2025, 2025-1, 2025/01/31, 2025年1月.
  static func firstDay(_ text: String) -> Int? {
    let parts = text.split { "-/.年月日".contains($0) }
    let numbers = parts.compactMap { Int($0) }
    guard (1...3).contains(numbers.count), numbers.count == parts.count, parts[0].count == 4 else {
      return nil
    }
    return CivilTime(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1, day: numbers.count > 2 ? numbers[2] : 1
    )?.dayNumber
  }

  // MARK: Characters

  private var isAtEnd: Bool { position >= characters.count }

  private var isCloser: Bool { !isAtEnd && SearchQueryParser.closers.contains(characters[position]) }

  private func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || SearchQueryParser.openers.contains(character)
      || SearchQueryParser.closers.contains(character) || SearchQueryParser.quotes[character] != nil
  }

  private mutating func skipSpace() {
    while !isAtEnd, characters[position].isWhitespace { position += 1 }
  }

  private mutating func skipStar() {
    if !isAtEnd, SearchQueryParser.stars.contains(characters[position]) { position += 1 }
  }

  private func isNext(_ word: String) -> Bool {
    let end = position + word.count
    guard end <= characters.count, String(characters[position..<end]) == word else { return false }
    return end == characters.count || endsWord(characters[end])
  }

  /// Goes past the operator and returns where it began, if it comes next.
  private mutating func operation(_ word: String) -> Int? {
    guard isNext(word) else { return nil }
    let start = position
    position += word.count
    skipSpace()
    return start
  }

  private func error(_ reason: String, at index: Int) -> SearchQueryError {
    SearchQueryError(query: query, column: index + 1, reason: reason)
  }
}
