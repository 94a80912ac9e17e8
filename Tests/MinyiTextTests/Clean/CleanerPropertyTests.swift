import MinyiText
import Testing

/// Properties of the whole chain over seeded random texts.
struct CleanerPropertyTests {
  private let cleaner = Cleaner()
  private static let everything = RandomText.plain + RandomText.markup + RandomText.markup

  private func texts(_ pieces: [String], seed: UInt64, count: Int) -> [String] {
    var random = RandomText(seed: seed)
    return (0..<count).map { _ in random.next(of: pieces) }
  }

  @Test func normalizingNormalizedTextChangesNothing() {
    for text in texts(Self.everything, seed: 21, count: 8_000)
      + texts(RandomText.markup, seed: 22, count: 8_000)
    {
      let once = cleaner.normalize(text)
      #expect(
        cleaner.normalize(once.units).units == once.units,
        "\(text.debugDescription) → \(once.string.debugDescription)")
    }
  }

  @Test func originsRiseWithinTheSource() {
    for text in texts(Self.everything, seed: 23, count: 4_000) {
      let units = Array(text.utf16)
      let clean = cleaner.normalize(units)
      #expect(clean.origins.count == clean.units.count + 1)
      #expect(clean.ends.count == clean.units.count)
      #expect(clean.origins.last == Int32(units.count))
      #expect(
        zip(clean.origins, clean.origins.dropFirst()).allSatisfy { $0 <= $1 }, "\(text.debugDescription)")
      #expect(zip(clean.ends, clean.ends.dropFirst()).allSatisfy { $0 <= $1 }, "\(text.debugDescription)")
      #expect(
        zip(clean.origins, clean.ends).allSatisfy { 0 <= $0 && $0 < $1 && $1 <= units.count },
        "\(text.debugDescription)")
    }
  }

  @Test func sourceRangesNeverCutASurrogatePair() {
    for text in texts(Self.everything, seed: 24, count: 1_000) {
      let units = Array(text.utf16)
      let clean = cleaner.normalize(units)
      for start in clean.units.indices {
        for end in [start + 1, min(start + 3, clean.units.count)] {
          let range = clean.sourceRange(start..<end)
          let isCut =
            UTF16.isTrailSurrogate(units[range.lowerBound])
            || (range.upperBound < units.count && UTF16.isTrailSurrogate(units[range.upperBound]))
          #expect(!isCut, "\(text.debugDescription) \(start)..<\(end)")
        }
      }
    }
  }

  @Test func cleaningIsMaskingThenNormalizing() {
    for text in texts(Self.everything + RandomText.personal, seed: 25, count: 4_000) {
      #expect(cleaner.clean(text) == cleaner.normalize(cleaner.mask(text).source), "\(text.debugDescription)")
    }
  }

  @Test func maskingTwiceIsMaskingOnce() {
    for text in texts(RandomText.personal, seed: 26, count: 30_000) {
      let once = cleaner.mask(text)
      let twice = cleaner.mask(once.source)
      #expect(
        twice.source == once.source && twice.masked.isEmpty, "\(text) → \(once.source) → \(twice.source)")
    }
  }

  @Test func maskingNeedsADigitOrAnAt() {
    let pieces = (RandomText.personal + Self.everything).filter { piece in
      !piece.unicodeScalars.contains { $0.properties.numericType == .decimal || $0 == "@" || $0 == "＠" }
    }
    for text in texts(pieces, seed: 27, count: 4_000) {
      let masked = cleaner.mask(text)
      #expect(Array(masked.source.utf16) == Array(text.utf16) && masked.masked.isEmpty)
    }
  }

  @Test func maskingKeepsAllButTheTags() {
    // What stands between the tags stands in the raw text, in that order.
    for text in texts(RandomText.personal, seed: 28, count: 4_000) {
      var rest = Substring(text)
      let result = cleaner.mask(text)
      let tags = PersonalDataKind.allCases.map(\.tag)
      var kept = [result.source]
      for tag in tags { kept = kept.flatMap { splitText($0, at: tag) } }
      for piece in kept where !piece.isEmpty {
        guard let range = firstRange(of: piece, in: rest) else {
          Issue.record("\(text) → \(result.source): \(piece)")
          break
        }
        rest = rest[range.upperBound...]
      }
    }
  }

  private func firstRange(of piece: String, in text: Substring) -> Range<Substring.Index>? {
    text.firstRange(of: piece)
  }

  private func splitText(_ text: String, at tag: String) -> [String] {
    text.split(separator: tag).map(String.init)
  }
}
