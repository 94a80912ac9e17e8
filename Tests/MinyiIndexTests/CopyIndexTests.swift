import MinyiIndex
import MinyiModel
import Testing

struct CopyIndexTests {
  private let threads = ParallelChunks(threadCount: 2)

  private func sketch(_ units: [UInt16]) -> MinHash {
    var sketch = MinHash()
    units.withUnsafeBufferPointer { sketch.add($0) }
    sketch.finish()
    return sketch
  }

  private func shingles(_ units: [UInt16]) -> ShingleSet {
    var set = ShingleSet()
    units.withUnsafeBufferPointer { set.add($0) }
    return set
  }

  private func text(_ length: Int, _ random: inout SplitMix64) -> [UInt16] {
    (0..<length).map { _ in 0x4E00 + UInt16(random.next(below: 3000)) }
  }

  /// `text` with `count` of its units replaced.
  private func edited(_ text: [UInt16], _ count: Int, _ random: inout SplitMix64) -> [UInt16] {
    var text = text
    for _ in 0..<count { text[random.next(below: text.count)] = 0x5E00 + UInt16(random.next(below: 3000)) }
    return text
  }

  @Test func equalTextsAreFoundAndStrangersAreNot() {
    var random = SplitMix64(seed: 3)
    let texts = (0..<500).map { text(1 + $0 % 80, &random) }
    let index = CopyIndex(texts.map(sketch), threads: threads)
    for (d, text) in texts.enumerated() {
      let found = index.nearest(to: sketch(text))
      #expect(found?.resemblance == 1 && texts[Int(found?.document.rawValue ?? 0)] == text, "\(d)")
    }
    for length in 5..<100 { #expect(index.nearest(to: sketch(text(length, &random))) == nil) }
    #expect(index.nearest(to: MinHash()) == nil)
    #expect(CopyIndex([], threads: threads).nearest(to: sketch([1, 2, 3, 4, 5])) == nil)
  }

  @Test func nearCopiesAreFoundAsOftenAsTheSketchesPromise() {
    var random = SplitMix64(seed: 5)
    let texts = (0..<400).map { _ in text(60 + random.next(below: 140), &random) }
    let index = CopyIndex(texts.map(sketch), threads: threads)
    var (near, found, errors) = (0, 0, 0.0)
    for (d, text) in texts.enumerated() {
      for edits in 0..<8 {
        let copy = edited(text, edits, &random)
        let exact = shingles(copy).jaccardIndex(to: shingles(text))
        let match = index.nearest(to: sketch(copy))
        if let match {
          #expect(Int(match.document.rawValue) == d && match.resemblance >= 0.8)
          // Four standard errors.
          #expect(abs(match.resemblance - exact) < 0.25, "\(match) \(exact)")
          errors += (match.resemblance - exact) * (match.resemblance - exact)
        }
        // Well above the threshold, so that the estimate is on the same side.
        if exact >= 0.92 {
          near += 1
          found += match == nil ? 0 : 1
        }
        if exact < 0.55 { #expect(match == nil, "\(exact)") }
      }
    }
    #expect(near > 500 && Double(found) >= 0.99 * Double(near), "\(found) of \(near)")
    #expect((errors / Double(found)).squareRoot() < 0.08)
  }

  @Test func ofShortTextsTheErrorIsSmaller() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let original = text(6 + random.next(below: 15), &random)
      // The last unit: one shingle of each goes.
      var copy = original
      copy[copy.count - 1] = 0x7E00
      let exact = shingles(copy).jaccardIndex(to: shingles(original))
      let match = CopyIndex([sketch(original)], threads: threads).nearest(to: sketch(copy))
      if exact < 0.6 { #expect(match == nil, "\(exact)") }
      if let match { #expect(abs(match.resemblance - exact) < 0.15) }
      if exact > 0.88 { #expect(match != nil, "\(exact)") }
    }
  }

  @Test func theLikestIsToldAndOfEqualsTheFirst() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<50 {
      let original = text(150, &random)
      let near = edited(original, 1, &random)
      let texts = [edited(original, 4, &random), near, near, edited(original, 5, &random)]
      let match = CopyIndex(texts.map(sketch), threads: threads).nearest(to: sketch(original))
      let likest = texts.map { CopyIndex([sketch($0)], threads: threads).nearest(to: sketch(original)) }
      let best = likest.compactMap { $0?.resemblance }.max()
      #expect(match?.resemblance == best)
      let first = likest.firstIndex { $0?.resemblance == best }
      #expect(match.map { Int($0.document.rawValue) } == first)
    }
  }

  @Test func aCampaignIsKnownByItsFirst() {
    var random = SplitMix64(seed: 13)
    let letter = text(200, &random)
    let texts = (0..<3000).map { _ in edited(letter, 1, &random) } + [text(200, &random)]
    let index = CopyIndex(texts.map(sketch), threads: threads)
    let match = index.nearest(to: sketch(letter))
    #expect((match?.resemblance ?? 0) > 0.9 && (match?.document.rawValue ?? 3000) < 3000)
    let alone = CopyIndex(texts.map(sketch), threads: ParallelChunks(threadCount: 1))
    #expect(alone.nearest(to: sketch(letter))?.document == match?.document)
  }
}
