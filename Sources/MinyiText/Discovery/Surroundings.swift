import MinyiModel

/// What stands beside the candidates, and the texts they are in: the third pass.
struct Surroundings: Sendable {
  enum Side: Int { case left, right }

  /// The texts of each candidate that are kept for quotes: the first ones.
  static let textLimit = 12

  private var numbers = PackedWordTable<Void>()
  /// Key: candidate, side and character.
  private var neighbours: [UInt64: UInt32] = [:]
  /// Occurrences beside a boundary, at 2 · candidate + side.
  private var boundaries: [UInt32]
  private(set) var posts: [Int]
  private(set) var texts: [[Int32]]
  private var lastText: [Int32]

  /// For `candidates`, which are numbered in this order.
  init(_ candidates: [PackedWord]) {
    // Distinct, so the numbers are the positions.
    for candidate in candidates { _ = numbers.insert(candidate, ()) }
    boundaries = [UInt32](repeating: 0, count: 2 * candidates.count)
    posts = [Int](repeating: 0, count: candidates.count)
    texts = [[Int32]](repeating: [], count: candidates.count)
    lastText = [Int32](repeating: -1, count: candidates.count)
  }

  @inline(__always)
  func number(of word: PackedWord) -> Int? { numbers.number(of: word) }

  /// Counts an occurrence in `text`, of which there are `copies`. A neighbour is nil at a boundary.
  mutating func add(_ candidate: Int, text: Int, copies: Int, left: UInt16?, right: UInt16?) {
    count(left, .left, of: candidate)
    count(right, .right, of: candidate)
    guard lastText[candidate] != Int32(truncatingIfNeeded: text) else { return }
    lastText[candidate] = Int32(truncatingIfNeeded: text)
    posts[candidate] += copies
    if texts[candidate].count < Surroundings.textLimit {
      texts[candidate].append(Int32(truncatingIfNeeded: text))
    }
  }

  /// Adds what `later` saw in texts that come after these.
  mutating func merge(_ later: Surroundings) {
    neighbours.merge(later.neighbours, uniquingKeysWith: +)
    for i in boundaries.indices { boundaries[i] += later.boundaries[i] }
    for i in posts.indices {
      posts[i] += later.posts[i]
      texts[i] += later.texts[i].prefix(Surroundings.textLimit - texts[i].count)
    }
  }

  /// The entropy of the neighbours of every candidate, in bits, left and right. Each boundary is a neighbour of
  /// its own.
  func entropies() -> [(left: Double, right: Double)] {
    var counts = [[UInt32]](repeating: [], count: boundaries.count)
    for (key, count) in neighbours { counts[Int(key >> 16)].append(count) }
    let entropies = counts.indices.map { i in
      Surroundings.entropy(counts: counts[i].sorted(), boundaries: boundaries[i])
    }
    return posts.indices.map { (entropies[2 * $0], entropies[2 * $0 + 1]) }
  }

  /// log₂ n − Σ c · log₂ c / n over `counts` in this order; every boundary counts 1.
  static func entropy(counts: [UInt32], boundaries: UInt32) -> Double {
    let total = Double(counts.reduce(0) { $0 + Int($1) } + Int(boundaries))
    guard total > 0 else { return 0 }
    return binaryLog(total) - counts.reduce(0.0) { $0 + Double($1) * binaryLog(Double($1)) } / total
  }

  private mutating func count(_ neighbour: UInt16?, _ side: Side, of candidate: Int) {
    let place = 2 * candidate + side.rawValue
    if let neighbour {
      neighbours[UInt64(place) << 16 | UInt64(neighbour), default: 0] += 1
    } else {
      boundaries[place] += 1
    }
  }
}
