import MinyiIndex
import MinyiModel
import Testing

struct CopyFinderTests {
  private let oneThread = ParallelChunks(threadCount: 1)

  /// Distinct runs of four characters, as strings.
  private func shingles(_ text: String) -> Set<String> {
    let characters = Array(text)
    guard characters.count > 4 else { return text.isEmpty ? [] : [text] }
    return Set((0...characters.count - 4).map { String(characters[$0..<$0 + 4]) })
  }

  private func jaccard(_ a: String, _ b: String) -> Double { jaccard(shingles(a), shingles(b)) }

  private func jaccard(_ left: Set<String>, _ right: Set<String>) -> Double {
    let all = left.union(right).count
    return all == 0 ? 0 : Double(left.intersection(right).count) / Double(all)
  }

  private func set(_ text: String) -> ShingleSet {
    var set = ShingleSet()
    Array(text.utf16).withUnsafeBufferPointer { set.add($0) }
    return set
  }

  private func leaders(_ texts: [String], _ finder: CopyFinder) throws -> [Int] {
    let sketches = texts.map { text in
      var sketch = MinHash()
      Array(text.utf16).withUnsafeBufferPointer { sketch.add($0) }
      sketch.finish()
      return sketch
    }
    return try finder.leaders(of: sketches) { $0.map { set(texts[$0.index]) } }.map(\.index)
  }

  /// Random texts, two of three an earlier one with some characters changed.
  private func texts(_ random: inout SplitMix64, _ count: Int, longest: Int) -> [String] {
    func character() -> Character {
      Character(Unicode.Scalar(UInt32(0x4E00 + random.next(below: 400))) ?? "一")
    }
    var texts: [String] = []
    for _ in 0..<count {
      var text = (0..<random.next(below: longest)).map { _ in character() }
      if !texts.isEmpty, random.next(below: 3) > 0 {
        text = Array(texts[random.next(below: texts.count)])
        for _ in 0..<random.next(below: 4) where !text.isEmpty {
          switch random.next(below: 3) {
          case 0: text[random.next(below: text.count)] = character()
          case 1: text.insert(character(), at: random.next(below: text.count))
          default: text.remove(at: random.next(below: text.count))
          }
        }
      }
      texts.append(String(text))
    }
    return texts
  }

  @Test func shingleSetsCompareAsSetsOfStringsDo() {
    var random = SplitMix64(seed: 1)
    var between = 0
    for _ in 0..<100 {
      let texts = texts(&random, 12, longest: 30)
      for a in texts {
        #expect(set(a).count == shingles(a).count, "\(a)")
        for b in texts {
          let index = jaccard(a, b)
          #expect(abs(set(a).jaccardIndex(to: set(b)) - index) < 1e-12, "\(a) and \(b)")
          if index > 0 && index < 1 { between += 1 }
        }
      }
    }
    #expect(between > 500)
  }

  @Test func nothingBelowTheThresholdIsJoinedAndHardlyAnythingAboveIsMissed() throws {
    var found = 0
    var missed = 0
    for seed in 0..<40 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let texts = texts(&random, 60, longest: 120)
      var finder = CopyFinder(threads: oneThread)
      finder.threshold = [0.7, 0.8, 0.9][random.next(below: 3)]
      let leaders = try leaders(texts, finder)
      // The rule of leaders over all pairs.
      let sets = texts.map(shingles)
      var naive: [Int] = []
      for d in texts.indices {
        #expect(leaders[d] <= d && leaders[leaders[d]] == leaders[d])
        if leaders[d] != d {
          #expect(jaccard(sets[d], sets[leaders[d]]) >= finder.threshold, "\(texts[d])")
        }
        let leader = naive.indices.first {
          naive[$0] == $0 && jaccard(sets[$0], sets[d]) >= finder.threshold
        }
        naive.append(leader ?? d)
        if naive[d] != d { if leaders[d] == d { missed += 1 } else { found += 1 } }
      }
    }
    #expect(found > 500)
    #expect(missed * 50 < found, "\(missed) missed, \(found) found")
  }

  @Test func aCampaignOfManyCopiesHasOneLeader() throws {
    let text = "尊敬的领导，翠湖花园小区门口的路灯坏了三个月没有人修，晚上出行很不安全，请尽快安排维修。"
    let texts = (0..<500).map { "\(text)\($0 % 10)号楼业主" } + ["建议在城南增设一条公交线路，方便老人就医。"]
    let leaders = try leaders(texts, CopyFinder(threads: oneThread))
    #expect(leaders == [Int](repeating: 0, count: 500) + [500])
  }

  @Test func stepsDoNotChainStrangersTogether() throws {
    // Each text shares most of its shingles with the next, the first and the last share none.
    let characters = (0..<300).compactMap { Unicode.Scalar(UInt32(0x4E00 + $0)) }.map { Character($0) }
    let texts = (0...20).map { String(characters[(5 * $0)..<(5 * $0 + 100)]) }
    let leaders = try leaders(texts, CopyFinder(threads: oneThread))
    for (d, leader) in leaders.enumerated() { #expect(jaccard(texts[d], texts[leader]) >= 0.8) }
    #expect(Set(leaders).count > 3 && Set(leaders).count < 21)
  }

  @Test func emptyAndShortTexts() throws {
    #expect(try leaders([], CopyFinder(threads: oneThread)) == [])
    #expect(
      try leaders(["", "", "路灯", "路灯", "路", "路灯不亮"], CopyFinder(threads: oneThread)) == [0, 1, 2, 2, 4, 5])
  }

  @Test func threadsDoNotMatter() throws {
    var random = SplitMix64(seed: 9)
    let texts = texts(&random, 800, longest: 60)
    let expected = try leaders(texts, CopyFinder(threads: oneThread))
    #expect(Set(expected).count < 800)
    for threads in [2, 8] {
      #expect(try leaders(texts, CopyFinder(threads: ParallelChunks(threadCount: threads))) == expected)
    }
  }
}
