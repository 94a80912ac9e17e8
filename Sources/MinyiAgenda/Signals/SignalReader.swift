import MinyiText

/// Finds the signal words of a text. Immutable; shared between threads.
public struct SignalReader: Sendable {
  private let severity: WordTrie
  private let negations: WordTrie
  private let longestNegation: Int
  private let requests: WordTrie
  private let stances: WordTrie
  private let departments: WordTrie
  private let departmentsOfTerm: [[Int]]

  public init(_ words: SignalWords) {
    severity = WordTrie(words.severity.map { (word: $0.word, value: Int32($0.grade)) })
    negations = WordTrie(words.negations.map { (word: $0, value: 1) })
    longestNegation = words.negations.map(\.utf16.count).max() ?? 0
    requests = WordTrie(words.requests.map { (word: $0, value: 1) })
    stances = WordTrie(words.stances.map { (word: $0.word, value: $0.isFor ? 1 : 0) })
    var numbers: [String: Int32] = [:]
    var owners: [[Int]] = []
    for (i, department) in words.departments.enumerated() {
      for term in department.terms {
        if let number = numbers[term] {
          owners[Int(number)].append(i)
        } else {
          numbers[term] = Int32(owners.count)
          owners.append([i])
        }
      }
    }
    departments = WordTrie(numbers.map { (word: $0.key, value: $0.value) })
    departmentsOfTerm = owners
  }

  /// The signals of a cleaned text. O(length × longest word).
  public func signals(of units: UnsafeBufferPointer<UInt16>) -> TextSignals {
    var signals = TextSignals()
    scan(severity, units) { range, grade in
      guard !isNegated(range.lowerBound, in: units) else { return }
      signals.severity = max(signals.severity, Int(grade))
      note(range, units, in: &signals.severityWords)
    }
    scan(requests, units) { range, _ in note(range, units, in: &signals.requests) }
    scan(stances, units) { _, isFor in
      if isFor == 1 { signals.isFor = true } else { signals.isAgainst = true }
    }
    var terms: [Int: String] = [:]
    scan(departments, units) { range, number in
      for department in departmentsOfTerm[Int(number)] where terms[department] == nil {
        terms[department] = String(decoding: units[range], as: UTF16.self)
      }
    }
    signals.departments = terms.keys.sorted()
    signals.departmentTerms = signals.departments.compactMap { terms[$0] }
    return signals
  }

  /// Longest matches from left to right, none inside another.
  private func scan(
    _ words: WordTrie, _ units: UnsafeBufferPointer<UInt16>, _ body: (Range<Int>, Int32) -> Void
  ) {
    var i = 0
    while i < units.count {
      if let match = words.longestMatch(in: units, at: i) {
        body(i..<match.end, match.value)
        i = match.end
      } else {
        i += 1
      }
    }
  }

  /// True if a negation ends directly before `start`.
  private func isNegated(_ start: Int, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    for from in max(0, start - longestNegation)..<start {
      var node = WordTrie.root
      var isWord = true
      for i in from..<start {
        guard let next = negations.next(node, units[i]) else {
          isWord = false
          break
        }
        node = next
      }
      if isWord && negations.value(node) >= 0 { return true }
    }
    return false
  }

  private func note(_ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>, in words: inout [String]) {
    let word = String(decoding: units[range], as: UTF16.self)
    if words.count < 6, !words.contains(word) { words.append(word) }
  }
}
