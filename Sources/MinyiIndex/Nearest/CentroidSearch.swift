/// Finds the groups nearest to a text, one text after the other, with working memory of its own: one for each thread.
///
/// 1. The postings of the text's terms are summed, rare terms first, until too many would follow.
/// 2. Of the groups met, those are summed to the end whose bound reaches the best sum so far, and those with the
///    `candidateCount` largest sums in any case.
///
/// So the nearest group is exact among those that share one of the text's rarer words; of groups with everyday words in
/// common alone there is no telling apart. In a collection of some hundred groups every word is summed. The next nearest
/// is the best of the rest that were summed to the end. Of equals the smaller group. Integers only; nothing is
/// allocated. O(postings within `postingLimit` + entries of the candidates).
public struct CentroidSearch: ~Copyable {
  /// A group with its cosine to the text, times the squared `DocumentVectors.unit`.
  public struct Match: Equatable, Sendable {
    /// Its position among the groups of the index.
    public var group: Int
    /// Rounding may take it a little past the squared unit, which is a cosine of 1.
    public var dot: UInt32

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
  /// By group: the sum so far. All zero between two texts.
  private let sums: UnsafeMutableBufferPointer<UInt32>
  /// By term: the text's weight. All zero between two texts.
  private let weights: UnsafeMutableBufferPointer<Int32>
  /// Groups with a sum: the first `metCount`, and room for one more.
  private let met: UnsafeMutableBufferPointer<UInt32>
  private var metCount = 0
  /// The text's terms of each level: positions in `terms`, level after level.
  private var byLevel: [UInt32] = []

  /// Takes memory for every group and term once. O(groups + terms).
  public init(_ index: CentroidIndex) {
    self.index = index
    sums = .allocate(capacity: max(1, index.groupCount))
    sums.initialize(repeating: 0)
    weights = .allocate(capacity: max(1, index.termCount))
    weights.initialize(repeating: 0)
    met = .allocate(capacity: index.groupCount + 1)
    met.initialize(repeating: 0)
  }

  deinit {
    met.deallocate()
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
    for i in terms.indices {
      let term = Int(terms[i])
      let level = Int(index.levels[term])
      counts[level] += 1
      costs[level] += Int(index.postingStarts[term + 1] - index.postingStarts[term])
      squares[level] += UInt64(termWeights[i]) * UInt64(termWeights[i])
    }
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
      if metCount > 0, summed + costs[level] > postingLimit { break }
      summed += costs[level]
      let from = end
      end += counts[level]
      for k in from..<end { add(terms[Int(byLevel[k])], termWeights[Int(byLevel[k])]) }
      level += 1
    }
    // 3. the rest of those that may still be nearest
    var rest: UInt64 = 0
    for k in level..<25 { rest += squares[k] }
    let found =
      rest == 0
      ? bestSums()
      : bestBounds(terms, termWeights, level, UInt32(Double(rest).squareRoot().rounded(.up)))
    for m in 0..<metCount { sums[Int(met[m])] = 0 }
    metCount = 0
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

  @inline(__always)
  private mutating func add(_ term: UInt32, _ weight: Int32) {
    let postings = Int(index.postingStarts[Int(term)])..<Int(index.postingStarts[Int(term) + 1])
    let weight = UInt32(bitPattern: weight)
    if weight == 0 { return }
    // Without a branch that no processor foresees: whether a group was met before.
    var count = metCount
    index.postingGroups.withUnsafeBufferPointer { groups in
      index.postingWeights.withUnsafeBufferPointer { weights in
        for p in postings {
          let group = groups[p]
          let sum = sums[Int(group)]
          met[count] = group
          count &+= sum == 0 ? 1 : 0
          sums[Int(group)] = sum &+ weight &* UInt32(weights[p])
        }
      }
    }
    metCount = count
  }

  private func bestSums() -> (first: Match?, second: Match?) {
    var best = Best()
    for m in 0..<metCount { best.take(Match(group: Int(met[m]), dot: sums[Int(met[m])])) }
    return (best.first, best.second)
  }

  /// - Parameters:
  ///   - level: the first that is not summed.
  ///   - rest: the length of the text's part at that level and above.
  private func bestBounds(
    _ terms: UnsafeBufferPointer<UInt32>, _ termWeights: UnsafeBufferPointer<Int32>, _ level: Int,
    _ rest: UInt32
  ) -> (first: Match?, second: Match?) {
    for i in terms.indices { weights[Int(terms[i])] = termWeights[i] }
    defer { for i in terms.indices { weights[Int(terms[i])] = 0 } }
    // The largest sums so far, to begin with.
    var largest = InlineArray<8, Match>(repeating: Match(group: .max, dot: 0))
    var least: UInt32 = 0
    for m in 0..<metCount {
      let group = Int(met[m])
      let sum = sums[group]
      if sum < least { continue }
      let match = Match(group: group, dot: sum)
      var k = CentroidSearch.candidateCount - 1
      guard match.isBefore(largest[k]) else { continue }
      while k > 0, match.isBefore(largest[k - 1]) {
        largest[k] = largest[k - 1]
        k -= 1
      }
      largest[k] = match
      least = largest[CentroidSearch.candidateCount - 1].dot
    }
    var best = Best()
    for k in 0..<CentroidSearch.candidateCount where largest[k].group < index.groupCount {
      best.take(Match(group: largest[k].group, dot: wholeSum(of: largest[k].group, level)))
    }
    guard var nearest = best.first else { return (nil, nil) }
    // Who may still be as near as the first of them.
    let most = UInt64(rest) * UInt64(index.longestTails[level])
    index.tails.withUnsafeBufferPointer { tails in
      for m in 0..<metCount {
        let group = Int(met[m])
        let sum = UInt64(sums[group])
        if sum + most < UInt64(nearest.dot) { continue }
        if sum + UInt64(rest) * UInt64(tails[level * index.groupCount + group]) < UInt64(nearest.dot) {
          continue
        }
        let match = Match(group: group, dot: wholeSum(of: group, level))
        best.take(match)
        if match.isBefore(nearest) { nearest = match }
      }
    }
    return (best.first, best.second)
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
        for e in entries {
          sum = sum &+ UInt32(bitPattern: weights[Int(entryTerms[e])]) &* UInt32(entryWeights[e])
        }
        return sum
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
