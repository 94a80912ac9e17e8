public import MinyiModel

/// The centroids of groups of documents, from which the group nearest to a text is found.
///
/// A centroid is the sum of its members' vectors, of the length `DocumentVectors.unit`, in whole numbers: the dot product
/// with a document's vector, over the squared unit, is the cosine that members are kept with. Entries are there twice: by
/// term (postings), and by group, its rare terms first. How rare a term is, its *level*, is the power of two of the number
/// of groups that have it; of what a group has at a level and above the length is kept, which bounds what a text can
/// still gain there (Cauchy and Schwarz). Immutable; shared between threads.
public struct CentroidIndex: Sendable {
  /// Groups are numbered from 0, in the order in which they were given.
  public let groupCount: Int
  /// Terms of the vocabulary; a text's terms must be below.
  public let termCount: Int
  /// Members of each group.
  public let sizes: [Int32]

  // By term: postings of term t are `postingStarts[t]..<postingStarts[t + 1]`, groups ascending.
  let postingStarts: [UInt32]
  /// group · 2^16 + weight, and one more at the end. Together, since most lists are short and lie apart: a place in memory
  /// to wait for, not two.
  let postings: [UInt64]
  /// By term.
  let levels: [UInt8]

  // By group, by level, then by term.
  let entryTerms: [UInt32]
  let entryWeights: [UInt16]
  /// Where the entries of group g of level k begin: at `g * (levelCount + 1) + k`; the last is where they end.
  let entryStarts: [UInt32]
  /// The length of what group g has at level k and above, rounded up: at `k * groupCount + g`. A block more at the end,
  /// since they are read in blocks.
  let tails: [UInt16]

  /// Groups that are looked at together.
  static let blockLength = 16
  /// Levels that there are: 2^23 groups and more have a term of the last.
  static let levelCount = 24

  /// The index of `groups`, whose members are rows of `vectors`. O(entries of the members · log).
  public init(of groups: [[DocumentID]], in vectors: DocumentVectors, threads: ParallelChunks) {
    groupCount = groups.count
    termCount = vectors.matrix.termCount
    sizes = groups.map { Int32($0.count) }
    // 1. centroids
    let centroids = threads.map(count: groups.count, chunkSize: 64) { range in
      var sum = GroupSum(termCount: vectors.matrix.termCount)
      return range.map { sum.centroid(of: groups[$0], in: vectors) }
    }.flatMap { $0 }
    // 2. by term
    var starts = [UInt32](repeating: 0, count: termCount + 1)
    for centroid in centroids { for term in centroid.terms { starts[Int(term) + 1] += 1 } }
    levels = (0..<termCount).map { CentroidIndex.level(of: starts[$0 + 1]) }
    for t in 0..<termCount { starts[t + 1] += starts[t] }
    postingStarts = starts
    let entryCount = Int(starts[termCount])
    var postings = [UInt64](repeating: 0, count: entryCount + 1)
    for (g, centroid) in centroids.enumerated() {
      for (i, term) in centroid.terms.enumerated() {
        postings[Int(starts[Int(term)])] = UInt64(g) << 16 | UInt64(centroid.weights[i])
        starts[Int(term)] += 1
      }
    }
    self.postings = postings
    // 3. by group
    let places = CentroidIndex.levelCount + 1
    var entryTerms = [UInt32](repeating: 0, count: entryCount)
    var entryWeights = [UInt16](repeating: 0, count: entryCount)
    var entryStarts = [UInt32](repeating: 0, count: groupCount * places)
    var tails = [UInt16](repeating: 0, count: groupCount * places + CentroidIndex.blockLength)
    var start = 0
    for (g, centroid) in centroids.enumerated() {
      var at = [Int](repeating: 0, count: places)
      var squares = [UInt64](repeating: 0, count: places)
      for (term, weight) in zip(centroid.terms, centroid.weights) {
        at[Int(levels[Int(term)]) + 1] += 1
        squares[Int(levels[Int(term)])] += UInt64(weight) * UInt64(weight)
      }
      at[0] = start
      for k in 1..<places { at[k] += at[k - 1] }
      for k in 0..<places { entryStarts[g * places + k] = UInt32(at[k]) }
      for k in stride(from: places - 2, through: 0, by: -1) { squares[k] += squares[k + 1] }
      for k in 0..<places {
        tails[k * groupCount + g] = UInt16(min(65_535, Double(squares[k]).squareRoot().rounded(.up)))
      }
      for (term, weight) in zip(centroid.terms, centroid.weights) {
        let level = Int(levels[Int(term)])
        entryTerms[at[level]] = term
        entryWeights[at[level]] = weight
        at[level] += 1
      }
      start += centroid.terms.count
    }
    (self.entryTerms, self.entryWeights) = (entryTerms, entryWeights)
    self.entryStarts = entryStarts
    self.tails = tails
  }

  private static func level(of groupCount: UInt32) -> UInt8 {
    UInt8(min(levelCount - 1, max(0, 31 - max(1, groupCount).leadingZeroBitCount)))
  }
}

/// The sum of one group's vectors, with a place for every term, used for one group after the other.
private struct GroupSum {
  /// All zero between two groups.
  private var sums: [Int64]
  private var terms: [UInt32] = []

  init(termCount: Int) { sums = [Int64](repeating: 0, count: termCount) }

  /// Terms ascending, without those that weigh less than half of a unit.
  mutating func centroid(of members: [DocumentID], in vectors: DocumentVectors) -> (
    terms: [UInt32], weights: [UInt16]
  ) {
    terms.removeAll(keepingCapacity: true)
    for member in members {
      for e in vectors.matrix.row(member.index) {
        let term = vectors.matrix.terms[e]
        if sums[Int(term)] == 0, vectors.weights[e] != 0 { terms.append(term) }
        sums[Int(term)] += Int64(vectors.weights[e])
      }
    }
    terms.sort()
    var squares = 0.0
    for term in terms { squares += Double(sums[Int(term)]) * Double(sums[Int(term)]) }
    let scale = squares > 0 ? DocumentVectors.unit / squares.squareRoot() : 0
    var kept: (terms: [UInt32], weights: [UInt16]) = ([], [])
    for term in terms {
      let weight = (Double(sums[Int(term)]) * scale).rounded()
      sums[Int(term)] = 0
      if weight < 1 { continue }
      kept.terms.append(term)
      kept.weights.append(UInt16(weight))
    }
    return kept
  }
}
