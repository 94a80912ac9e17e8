import MinyiModel

/// Chooses among counted joins those that are frequent and cohesive.
struct JoinSelection {
  let counts: JoinCounts
  let options: WordFinderOptions
  let rules: TermRules

  struct Candidate {
    var word: PackedWord
    var texts: Int
    var occurrences: Int
    /// Bits, over the cut where it is lowest.
    var information: Double
  }

  /// The candidates that `isOpen`, by their units.
  func candidates(_ isOpen: (PackedWord) -> Bool) -> [Candidate] {
    var found: [Candidate] = []
    for entry in counts.entries where isFrequent(entry.value) && !entry.value.isToken {
      let (word, count) = (entry.word, entry.value)
      guard let information = information(of: word, count), information >= threshold(word, count),
        isOpen(word)
      else { continue }
      found.append(
        Candidate(
          word: word, texts: Int(count.texts), occurrences: Int(count.occurrences), information: information))
    }
    let contained = contained(found)
    return found.filter { !contained.contains($0.word) }.sorted { PackedWord.precedes($0.word, $1.word) }
  }

  private func isFrequent(_ count: JoinCounts.Count) -> Bool {
    count.cuts != 0 && count.texts >= options.minimumTexts
  }

  /// The lowest mutual information over the cuts. A cut that is so rare that a part was pruned says nothing.
  private func information(of word: PackedWord, _ count: JoinCounts.Count) -> Double? {
    var lowest: Double?
    let length = word.count
    for cut in 1..<length where count.cuts >> UInt8(cut) & 1 == 1 {
      guard let left = occurrences(word.part(0..<cut)), let right = occurrences(word.part(cut..<length))
      else {
        continue
      }
      let together = Double(count.occurrences) * Double(counts.tokenCount)
      let information = binaryLog(together / (left * right))
      lowest = min(lowest ?? information, information)
    }
    return lowest
  }

  /// How often `part` occurs; nil if too rarely for its count to be whole.
  private func occurrences(_ part: PackedWord) -> Double? {
    guard let count = counts[part], count.occurrences >= options.minimumTexts else { return nil }
    return Double(count.occurrences)
  }

  /// What the makeup of `word` asks for, as far as its count allows it.
  private func threshold(_ word: PackedWord, _ count: JoinCounts.Count) -> Double {
    let sufficient =
      options.sufficientShare > 1
      ? .infinity : options.sufficientShare * binaryLog(Double(counts.tokenCount) / Double(count.occurrences))
    var starts = [0]
    for cut in 1..<word.count where count.cuts >> UInt8(cut) & 1 == 1 { starts.append(cut) }
    let ends = starts.dropFirst() + [word.count]
    let singles = zip(starts, ends).filter { $1 - $0 == 1 }.map(\.0)
    if singles.contains(where: { $0 > 0 && $0 + 1 < word.count && rules.isFunction(word[$0]) }) {
      return min(options.minimumInformationAcrossFunction, sufficient)
    }
    return min(singles.isEmpty ? options.minimumInformationOfWords : options.minimumInformation, sufficient)
  }

  /// The candidates that hardly ever occur outside a longer join.
  private func contained(_ candidates: [Candidate]) -> Set<PackedWord> {
    let occurrences = Dictionary(uniqueKeysWithValues: candidates.map { ($0.word, $0.occurrences) })
    var contained: Set<PackedWord> = []
    for entry in counts.entries where isFrequent(entry.value) && entry.word.count > 2 {
      let (longer, count) = (entry.word, entry.word.count)
      for start in 0..<count - 1 {
        for end in start + 2...count where end - start < count {
          let part = longer.part(start..<end)
          guard let whole = occurrences[part] else { continue }
          if Double(entry.value.occurrences) >= options.containedShare * Double(whole) {
            contained.insert(part)
          }
        }
      }
    }
    return contained
  }
}
