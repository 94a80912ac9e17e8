import MinyiModel
import MinyiText

/// Where two segmentations of the same texts differ, by the word that makes the difference.
struct SegmentationChanges: Sendable {
  struct Sample: Sendable {
    var document: Int
    var opinion: OpinionID
    var before: [String]
    var after: [String]
  }

  /// Texts that each word changes.
  private(set) var textCounts: [Int]
  /// The first places of each word, of different texts.
  private(set) var samples: [[Sample]]
  private var lastDocument: [Int]
  private let words: WordTrie

  /// Characters shown on each side of a change.
  private static let reach = 12

  /// For `count` words, whose values in `words` are their numbers.
  init(words: WordTrie, count: Int) {
    self.words = words
    textCounts = [Int](repeating: 0, count: count)
    samples = [[Sample]](repeating: [], count: count)
    lastDocument = [Int](repeating: -1, count: count)
  }

  /// Compares the tokens of a part of `document`, `was` without the words and `becomes` with them. O(tokens).
  ///
  /// Between two boundaries that both have, a change belongs to the words that stand there as tokens: with them, or
  /// for a cut without them. No other word can have moved a boundary there.
  mutating func compare(
    _ units: UnsafeBufferPointer<UInt16>, _ was: [Token], _ becomes: [Token], document: Int,
    opinion: OpinionID
  ) {
    var (i, j) = (0, 0)
    while i < was.count, j < becomes.count {
      let (first, second) = (i, j)
      while was[i].end != becomes[j].end {
        if was[i].end < becomes[j].end { i += 1 } else { j += 1 }
        guard i < was.count, j < becomes.count else { return }
      }
      if i > first || j > second {
        for token in was[first...i] + becomes[second...j] {
          let word = words.value(of: units[token.range])
          if word >= 0 {
            note(Int(word), document) {
              let place = Int(was[first].start)..<Int(was[i].end)
              let window = SegmentationChanges.window(around: place, units, was, becomes)
              return Sample(
                document: document, opinion: opinion,
                before: SegmentationChanges.shown(was, in: window, units),
                after: SegmentationChanges.shown(becomes, in: window, units))
            }
          }
        }
      }
      i += 1
      j += 1
    }
  }

  /// Adds what `later` saw in texts that come after these.
  mutating func merge(_ later: SegmentationChanges) {
    for word in textCounts.indices {
      textCounts[word] += later.textCounts[word]
      samples[word] += later.samples[word].prefix(LexiconChecker.sampleCount - samples[word].count)
    }
  }

  private mutating func note(_ word: Int, _ document: Int, _ sample: () -> Sample) {
    guard lastDocument[word] != document else { return }
    lastDocument[word] = document
    textCounts[word] += 1
    if samples[word].count < LexiconChecker.sampleCount { samples[word].append(sample()) }
  }

  /// The sentence around `place`, or of a long one what is near, between boundaries that both have.
  private static func window(
    around place: Range<Int>, _ units: UnsafeBufferPointer<UInt16>, _ was: [Token], _ becomes: [Token]
  ) -> Range<Int> {
    let sentence = SentenceSplitter.sentences(of: units).first { $0.contains(place.lowerBound) } ?? place
    let shared = Set(was.map(\.start)).intersection(becomes.map(\.start)).map { Int($0) } + [units.count]
    let start = shared.filter {
      $0 >= sentence.lowerBound && $0 <= place.lowerBound && place.lowerBound - $0 <= reach
    }.min()
    let end = shared.filter {
      $0 >= place.upperBound && $0 <= sentence.upperBound && $0 - place.upperBound <= reach
    }.max()
    return (start ?? place.lowerBound)..<(end ?? place.upperBound)
  }

  private static func shown(
    _ tokens: [Token], in window: Range<Int>, _ units: UnsafeBufferPointer<UInt16>
  ) -> [String] {
    tokens.filter { window.contains(Int($0.start)) }
      .map { String(decoding: units[$0.range], as: UTF16.self) }
      .filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
