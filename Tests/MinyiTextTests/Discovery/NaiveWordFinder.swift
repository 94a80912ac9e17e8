import MinyiText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text as pieces, part by part: what the finder reads, and what the oracle counts.
struct PiecedText {
  var parts: [[(text: String, kind: TokenKind)]]

  /// Words with blanks between them; `|` parts title and body, `,` is a mark, digits are a number.
  init(_ line: String) {
    parts = line.split(separator: "|", omittingEmptySubsequences: false).map { part in
      part.split(separator: " ").map { piece in
        let kind: TokenKind =
          piece == "," ? .other : piece.allSatisfy(\.isNumber) && piece.allSatisfy(\.isASCII) ? .number : .han
        return (String(piece), kind)
      }
    }
  }

  /// Hands the parts to a finder.
  func read(_ body: (UnsafeBufferPointer<UInt16>, [Token]) -> Void) {
    for part in parts {
      var units: [UInt16] = []
      var tokens: [Token] = []
      for piece in part {
        tokens.append(
          Token(start: units.count, end: units.count + piece.text.utf16.count, kind: piece.kind))
        units += piece.text.utf16
      }
      units.withUnsafeBufferPointer { body($0, tokens) }
    }
  }
}

/// The definition of a new word, with strings and dictionaries.
struct NaiveWordFinder {
  var options: WordFinderOptions
  var stopWords: Set<String> = []
  var functionCharacters: Set<String> = []
  var decided: Set<String> = []

  struct Found: Equatable {
    var texts = 0
    var posts = 0
    var occurrences = 0
    var information = 0.0
    var left = 0.0
    var right = 0.0
  }

  private struct Count {
    var occurrences = 0
    var texts: Set<Int> = []
    var cuts: Set<Int> = []
    var isToken = false
    /// nil: a boundary.
    var left: [String?] = []
    var right: [String?] = []
  }

  func words(_ texts: [PiecedText], copies: [Int]) -> [String: Found] {
    var counts: [String: Count] = [:]
    var tokenCount = 0
    for (number, text) in texts.enumerated() {
      for part in text.parts { count(part, number, &counts, &tokenCount) }
    }
    var found: [String: Found] = [:]
    let frequent = counts.filter { !$1.cuts.isEmpty && $1.texts.count >= options.minimumTexts }
    for (word, count) in frequent where isCandidate(word, count, counts, tokenCount) {
      let contained = frequent.contains { longer, other in
        longer != word && longer.contains(word)
          && Double(other.occurrences) >= options.containedShare * Double(count.occurrences)
      }
      let (left, right) = (entropy(count.left), entropy(count.right))
      if contained || min(left, right) < options.minimumEntropy { continue }
      found[word] = Found(
        texts: count.texts.count, posts: count.texts.reduce(0) { $0 + copies[$1] },
        occurrences: count.occurrences, information: information(word, count, counts, tokenCount) ?? 0,
        left: left, right: right)
    }
    return found
  }

  private func count(
    _ part: [(text: String, kind: TokenKind)], _ number: Int, _ counts: inout [String: Count],
    _ tokenCount: inout Int
  ) {
    for first in part.indices {
      if part[first].kind == .han { tokenCount += 1 }
      for last in first..<min(first + 4, part.count) {
        let pieces = part[first...last]
        let word = pieces.map(\.text).joined()
        guard pieces.allSatisfy({ $0.kind == .han }), word.count <= 8 else { break }
        counts[word, default: Count()].occurrences += 1
        counts[word]?.texts.insert(number)
        if first == last {
          counts[word]?.isToken = true
          continue
        }
        counts[word]?.left.append(first > 0 ? neighbour(part[first - 1], last: true) : nil)
        counts[word]?.right.append(last + 1 < part.count ? neighbour(part[last + 1], last: false) : nil)
        let isNumber = pieces.contains { $0.text.allSatisfy { "一二三".contains($0) } }
        if isContent(part[first].text), isContent(part[last].text), !isNumber {
          var cut = 0
          for piece in pieces.dropLast() {
            cut += piece.text.count
            counts[word]?.cuts.insert(cut)
          }
        }
      }
    }
  }

  private func neighbour(_ piece: (text: String, kind: TokenKind), last: Bool) -> String? {
    piece.kind == .other ? nil : String(last ? piece.text.suffix(1) : piece.text.prefix(1))
  }

  private func isContent(_ text: String) -> Bool {
    text.count == 1 ? !functionCharacters.contains(text) : !stopWords.contains(text)
  }

  private func isCandidate(_ word: String, _ count: Count, _ counts: [String: Count], _ tokenCount: Int)
    -> Bool
  {
    guard !count.isToken,
      !decided.contains(word),
      let information = information(word, count, counts, tokenCount)
    else { return false }
    let bounds = [0] + count.cuts.sorted() + [word.count]
    let characters = Array(word)
    let singles = zip(bounds, bounds.dropFirst()).filter { $1 - $0 == 1 }.map(\.0)
    let isAcross = singles.contains {
      $0 > 0 && $0 + 1 < word.count && functionCharacters.contains(String(characters[$0]))
    }
    let least =
      isAcross
      ? options.minimumInformationAcrossFunction
      : singles.isEmpty ? options.minimumInformationOfWords : options.minimumInformation
    let most = log2(Double(tokenCount) / Double(count.occurrences))
    return information >= (options.sufficientShare > 1 ? least : min(least, options.sufficientShare * most))
  }

  private func information(
    _ word: String, _ count: Count, _ counts: [String: Count], _ tokenCount: Int
  ) -> Double? {
    count.cuts.compactMap { cut -> Double? in
      guard let left = counts[String(word.prefix(cut))], let right = counts[String(word.dropFirst(cut))],
        min(left.occurrences, right.occurrences) >= options.minimumTexts
      else { return nil }
      return log2(
        Double(count.occurrences) * Double(tokenCount)
          / (Double(left.occurrences) * Double(right.occurrences)))
    }.min()
  }

  /// −Σ p log₂ p, each boundary a neighbour of its own.
  private func entropy(_ neighbours: [String?]) -> Double {
    var shares: [String: Double] = [:]
    for (i, neighbour) in neighbours.enumerated() {
      shares[neighbour ?? "boundary \(i)", default: 0] += 1 / Double(neighbours.count)
    }
    return -shares.values.reduce(0) { $0 + $1 * log2($1) }
  }
}
