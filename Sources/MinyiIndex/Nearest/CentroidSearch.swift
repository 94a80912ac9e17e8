/// Finds the groups nearest to a text, one text after the other, with working memory of its own: one for each thread.
///
/// 1. The postings of the text's terms are summed, rare terms first, until too many would follow.
/// 2. Of the groups with a sum, the `candidateCount` largest are summed to the end, and then those whose bound reaches the
///    best of them.
///
/// So the nearest group is exact among those that share one of the text's rarer words; of groups with everyday words in
/// common alone there is no telling apart. In a collection of some hundred groups every word is summed. The next nearest
/// is the best of the rest that were summed to the end. Of equals the smaller group. Integers only; nothing is
/// allocated. O(postings within `postingLimit` + groups + entries of the candidates), the groups sixteen at a time: to
/// note which of them were met, so that only those are looked at, took longer where most are.
public struct CentroidSearch: ~Copyable {
  /// A group with its cosine to the text, times the squared `DocumentVectors.unit`.
  public struct Match: Equatable, Sendable {
    /// Its position among the groups of the index.
    public var group: Int
    /// Rounding may take it a little past the squared unit, which is a cosine of 1.
    public var dot: UInt32

    package init(group: Int, dot: UInt32) {
      self.group = group
      self.dot = dot
    }

    /// 0...1.
    public var cosine: Double { min(1, Double(dot) / (DocumentVectors.unit * DocumentVectors.unit)) }

    @inline(__always)
    func isBefore(_ other: Match) -> Bool { dot != other.dot ? dot > other.dot : group < other.group }
  }

  /// Postings that are summed at most, unless the first level alone has more.
  public static let postingLimit = 3_000
  /// Groups that are summed to the end in any case.
  package static let candidateCount = 8

  private let index: CentroidIndex
  /// By group: the sum so far, which is below 2^30 as vectors and centroids have a length. Up to a whole number of blocks,
  /// all zero between two texts.
  private let sums: UnsafeMutableBufferPointer<Int32>
  /// By term: the text's weight. All zero between two texts.
  private let weights: UnsafeMutableBufferPointer<Int32>
  /// The text's terms of each level: positions in `terms`, level after level.
  private var byLevel: [UInt32] = []
  /// Holds what was read only to be at hand, so that reading it is not left out.
  private var touched: UInt64 = 0

  /// Takes memory for every group and term once. O(groups + terms).
  public init(_ index: CentroidIndex) {
    self.index = index
    sums = .allocate(capacity: max(1, index.groupCount + CentroidIndex.blockLength))
    sums.initialize(repeating: 0)
    weights = .allocate(capacity: max(1, index.termCount))
    weights.initialize(repeating: 0)
  }

  deinit {
    sums.deallocate()
    weights.deallocate()
  }

  /// The nearest group and the next of a text with `terms`, ascending, of these weights.
  ///
  /// - Parameter postingLimit: `Int.max`: all groups, exactly.
  public mutating func nearest(
    _ terms: UnsafeBufferPointer<UInt32>, _ termWeights: UnsafeBufferPointer<Int32>,
    postingLimit: Int = CentroidSearch.postingLimit
  ) -> (first: Match?, second: Match?) {
    // 1. terms by level, with what each level costs and weighs
    var counts = InlineArray<25, Int>(repeating: 0)
    var costs = InlineArray<25, Int>(repeating: 0)
    var squares = InlineArray<25, UInt64>(repeating: 0)
    var begins: UInt64 = 0
    for i in terms.indices {
      let term = Int(terms[i])
      let level = Int(index.levels[term])
      counts[level] += 1
      costs[level] += Int(index.postingStarts[term + 1] - index.postingStarts[term])
      // All lists are asked for at once, long before the first is read.
      begins ^= index.postings[Int(index.postingStarts[term])]
      squares[level] += UInt64(termWeights[i]) * UInt64(termWeights[i])
    }
    touched = begins
    byLevel.removeAll(keepingCapacity: true)
    byLevel.append(contentsOf: repeatElement(0, count: terms.count))
    var starts = InlineArray<25, Int>(repeating: 0)
    var start = 0
    for level in 0..<CentroidIndex.levelCount {
      starts[level] = start
      start += counts[level]
    }
    for i in terms.indices {
      let level = Int(index.levels[Int(terms[i])])
      byLevel[starts[level]] = UInt32(i)
      starts[level] += 1
    }
    // 2. sum level by level
    var level = 0
    var summed = 0
    var end = 0
    while level < CentroidIndex.levelCount {
      if summed > 0, summed + costs[level] > postingLimit { break }
      let from = end
      end += counts[level]
      for k in from..<end {
        let (term, weight) = (terms[Int(byLevel[k])], termWeights[Int(byLevel[k])])
        if weight > 0 { summed += add(term, weight) }
      }
      level += 1
    }
    if summed == 0 { return (nil, nil) }
    // 3. the rest of those that may still be nearest
    var rest: UInt64 = 0
    for k in level..<25 { rest += squares[k] }
    let found =
      rest == 0
      ? bestSums()
      : bestBounds(terms, termWeights, level, Int32(Double(rest).squareRoot().rounded(.up)))
    sums.update(repeating: 0)
    return found
  }

  /// The likeness of a text to one group. O(entries of the group).
  public func match(
    with group: Int, _ terms: UnsafeBufferPointer<UInt32>, _ termWeights: UnsafeBufferPointer<Int32>
  ) -> Match {
    for i in terms.indices { weights[Int(terms[i])] = termWeights[i] }
    defer { for i in terms.indices { weights[Int(terms[i])] = 0 } }
    return Match(group: group, dot: wholeSum(of: group, 0))
  }

  /// Returns the number of postings.
  @inline(__always)
  private func add(_ term: UInt32, _ weight: Int32) -> Int {
    let postings = Int(index.postingStarts[Int(term)])..<Int(index.postingStarts[Int(term) + 1])
    index.postings.withUnsafeBufferPointer { all in
      for p in postings {
        let group = Int(truncatingIfNeeded: all[p] >> 16)
        sums[group] = sums[group] &+ weight &* Int32(truncatingIfNeeded: all[p] & 0xFFFF)
      }
    }
    return postings.count
  }

  private typealias Block = SIMD16<Int32>

  /// The sums of the groups from `start` on.
  @inline(__always)
  private func block(at start: Int) -> Block {
    UnsafeRawPointer(sums.baseAddress.unsafelyUnwrapped + start).loadUnaligned(as: Block.self)
  }

  /// True if a number is negative. By arithmetic alone, which is vector instructions; comparing and asking for `any` is not.
  @inline(__always)
  private static func hasNegative(_ numbers: Block) -> Bool {
    let pairs = unsafeBitCast(numbers, to: SIMD8<UInt64>.self)
    let all = pairs.lowHalf | pairs.highHalf
    return (all[0] | all[1] | all[2] | all[3]) & 0x8000_0000_8000_0000 != 0
  }

  private func bestSums() -> (first: Match?, second: Match?) {
    var best = Best()
    for group in 0..<index.groupCount where sums[group] > 0 {
      best.take(Match(group: group, dot: UInt32(sums[group])))
    }
    return (best.first, best.second)
  }

  /// - Parameters:
  ///   - level: the first that is not summed.
  ///   - rest: the length of the text's part at that level and above.
  private func bestBounds(
    _ terms: UnsafeBufferPointer<UInt32>, _ termWeights: UnsafeBufferPointer<Int32>, _ level: Int,
    _ rest: Int32
  ) -> (first: Match?, second: Match?) {
    for i in terms.indices { weights[Int(terms[i])] = termWeights[i] }
    defer { for i in terms.indices { weights[Int(terms[i])] = 0 } }
    var best = Best()
    let largest = largestSums()
    for k in 0..<CentroidSearch.candidateCount where largest[k].dot > 0 {
      best.take(Match(group: largest[k].group, dot: wholeSum(of: largest[k].group, level)))
    }
    guard let nearest = best.first else { return (nil, nil) }
    // Who may still be as near as the first of them.
    let least = Int32(nearest.dot)
    index.tails.withUnsafeBytes { tails in
      let row = tails.baseAddress.unsafelyUnwrapped + 2 * level * index.groupCount
      for start in stride(from: 0, to: index.groupCount, by: CentroidIndex.blockLength) {
        let sums = block(at: start)
        let tails = Block(truncatingIfNeeded: (row + 2 * start).loadUnaligned(as: SIMD16<UInt16>.self))
        // Negative where the bound reaches the best and there is a sum.
        let mayBeNearest = ~(sums &+ tails &* rest &- least) & (0 &- sums)
        if !CentroidSearch.hasNegative(mayBeNearest) { continue }
        for k in 0..<CentroidIndex.blockLength where mayBeNearest[k] < 0 {
          best.take(Match(group: start + k, dot: wholeSum(of: start + k, level)))
        }
      }
    }
    return (best.first, best.second)
  }

  /// The groups with the largest sums so far, of equals the smaller ones; without a sum where there are fewer.
  private func largestSums() -> InlineArray<8, Match> {
    var largest = InlineArray<8, Match>(repeating: Match(group: .max, dot: 0))
    var least: Int32 = 0
    for start in stride(from: 0, to: index.groupCount, by: CentroidIndex.blockLength) {
      let sums = block(at: start)
      if !CentroidSearch.hasNegative(least &- sums) { continue }
      for k in 0..<CentroidIndex.blockLength where sums[k] > least {
        let match = Match(group: start + k, dot: UInt32(sums[k]))
        var place = CentroidSearch.candidateCount - 1
        while place > 0, match.isBefore(largest[place - 1]) {
          largest[place] = largest[place - 1]
          place -= 1
        }
        largest[place] = match
        least = Int32(largest[CentroidSearch.candidateCount - 1].dot)
      }
    }
    return largest
  }

  /// The sum of a group with its terms of `level` and above.
  @inline(__always)
  private func wholeSum(of group: Int, _ level: Int) -> UInt32 {
    let places = group * (CentroidIndex.levelCount + 1)
    let entries =
      Int(
        index.entryStarts[places + level])..<Int(
        index.entryStarts[places + CentroidIndex.levelCount])
    return index.entryTerms.withUnsafeBufferPointer { entryTerms in
      index.entryWeights.withUnsafeBufferPointer { entryWeights in
        var sum = sums[group]
        for e in entries { sum = sum &+ weights[Int(entryTerms[e])] &* Int32(entryWeights[e]) }
        return UInt32(bitPattern: sum)
      }
    }
  }

  /// The two best of different groups.
  private struct Best {
    var first: Match?
    var second: Match?

    mutating func take(_ match: Match) {
      guard let first else {
        self.first = match
        return
      }
      if match.group == first.group { return }
      if match.isBefore(first) {
        (self.first, second) = (match, first)
      } else if second.map({ match.isBefore($0) }) ?? true {
        second = match
      }
    }
  }
}
