import MinyiText

/// Finds the signal words of a text. Immutable; shared between threads.
public struct SignalReader: Sendable {
  /// The lists of words that are looked for, by their position in `tries`.
  private enum List: Int, CaseIterable { case severity, requests, stances, departments }
  private static let allLists = List.allCases

  private let words: SignalWords
  private let tries: [WordTrie]
  /// By unit: a bit for each list with a word that begins with it. At most places of a text no word does.
  private let lists: [UInt8]
  /// The first two units of words, as bits by their hash; all words of one unit by the first alone. One look-up tells at
  /// nearly every place that no word begins there.
  private let beginnings: [UInt64]
  private let negations: WordTrie
  private let longestNegation: Int
  private let departmentTerms: [(term: String, departments: [Int])]

  /// O(units of all words). Departments are known by their positions in `words.departments`.
  public init(_ words: SignalWords) {
    self.words = words
    negations = WordTrie(words.negations.map { (word: $0, value: 1) })
    longestNegation = words.negations.map(\.utf16.count).max() ?? 0
    departmentTerms = SignalReader.terms(of: words.departments)
    let texts = [
      words.severity.map(\.word), words.requests, words.stances.map(\.word), departmentTerms.map(\.term),
    ]
    tries = texts.map { words in WordTrie(words.enumerated().map { (word: $1, value: Int32($0)) }) }
    var lists = [UInt8](repeating: 0, count: 0x10000)
    for (list, words) in texts.enumerated() {
      for case let first? in words.map(\.utf16.first) { lists[Int(first)] |= 1 << UInt8(list) }
    }
    self.lists = lists
    var beginnings = [UInt64](repeating: 0, count: 1 << 10)
    for units in texts.joined().map({ Array($0.utf16) }) where !units.isEmpty {
      // A word of one unit goes on with any.
      for second in units.count > 1 ? units[1]...units[1] : 0...UInt16.max {
        let bit = SignalReader.bit(of: units[0], second)
        beginnings[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    self.beginnings = beginnings
  }

  /// 0..<2^16.
  @inline(__always)
  private static func bit(of first: UInt16, _ second: UInt16) -> Int {
    Int((UInt32(first) &* 0x9e37 ^ UInt32(second) &* 0x85eb) & 0xFFFF)
  }

  /// False at most places where no word begins.
  @inline(__always)
  private func mayBegin(at i: Int, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    let bit = SignalReader.bit(of: units[i], i + 1 < units.count ? units[i + 1] : 0)
    return beginnings[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// Each term once, with the departments that have it.
  private static func terms(of departments: [Department]) -> [(term: String, departments: [Int])] {
    var owners: [String: [Int]] = [:]
    for (i, department) in departments.enumerated() {
      for term in department.terms { owners[term, default: []].append(i) }
    }
    return owners.map { (term: $0.key, departments: $0.value) }
  }

  /// The signals of a cleaned text. O(length × longest word).
  ///
  /// Of each list the longest matches from left to right, none inside another.
  public func signals(of units: UnsafeBufferPointer<UInt16>) -> TextSignals {
    var signals = TextSignals()
    var terms: [Int: String] = [:]
    // Where the last match of each list ended.
    var ends = SIMD4<Int>(repeating: 0)
    for i in units.indices where lists[Int(units[i])] != 0 && mayBegin(at: i, in: units) {
      let present = lists[Int(units[i])]
      for list in SignalReader.allLists
      where present >> UInt8(list.rawValue) & 1 != 0 && i >= ends[list.rawValue] {
        guard let match = tries[list.rawValue].longestMatch(in: units, at: i) else { continue }
        ends[list.rawValue] = match.end
        let word = Int(match.value)
        switch list {
        case .severity:
          let (text, grade) = words.severity[word]
          if isNegated(i, in: units) { continue }
          signals.severity = max(signals.severity, grade)
          note(text, in: &signals.severityWords)
        case .requests: note(words.requests[word], in: &signals.requests)
        case .stances:
          if words.stances[word].isFor { signals.isFor = true } else { signals.isAgainst = true }
        case .departments:
          let (term, departments) = departmentTerms[word]
          for department in departments where terms[department] == nil { terms[department] = term }
        }
      }
    }
    signals.departments = terms.keys.sorted()
    signals.departmentTerms = signals.departments.compactMap { terms[$0] }
    return signals
  }

  /// True if a negation ends directly before `start`.
  private func isNegated(_ start: Int, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    for from in max(0, start - longestNegation)..<start {
      let before = Slice(base: units, bounds: from..<start)
      if negations.value(of: before) >= 0 { return true }
    }
    return false
  }

  private func note(_ word: String, in words: inout [String]) {
    if words.count < 6, !words.contains(word) { words.append(word) }
  }
}
