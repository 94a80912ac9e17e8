/// A sketch of a text's shingles: two texts agree in about as many of its 64 places as their Jaccard index says.
///
/// A shingle's hash chooses its place and its value there, and the smallest value stays (Li, Owen and Zhang, "One
/// permutation hashing", NIPS 2012). A place that no shingle chose takes its value from the next one that has
/// (Shrivastava and Li, "Densifying one permutation hashing via rotation for fast near neighbor search", ICML 2014).
/// Values have 16 bits; four of them, a band, are one word.
public struct MinHash: Sendable, Equatable, BitwiseCopyable {
  static let placeCount = 64
  /// Texts that share a band are looked at: two with a Jaccard index of 0.8 share one with probability 0.9998.
  static let bandCount = 16

  private var values = InlineArray<64, UInt16>(repeating: .max)
  private var isTaken: UInt64 = 0

  /// The sketch of a text without shingles.
  public init() {}

  /// Adds the shingles of one part of the text. O(units).
  public mutating func add(_ units: UnsafeBufferPointer<UInt16>) {
    ShingleSet.forEachShingle(of: units) { shingle in
      var hash = (shingle ^ shingle >> 33) &* 0xff51_afd7_ed55_8ccd
      hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
      let place = Int(truncatingIfNeeded: hash >> 58)
      values[place] = min(values[place], UInt16(truncatingIfNeeded: hash >> 32))
      isTaken |= 1 << UInt64(place)
    }
  }

  /// Places that a shingle chose: none of a text without any unit.
  var takenCount: Int { isTaken.nonzeroBitCount }

  /// Fills the places that no shingle chose. Nothing may be added afterwards.
  public mutating func finish() {
    guard isTaken != 0 else { return }
    for place in 0..<MinHash.placeCount where isTaken >> UInt64(place) & 1 == 0 {
      var next = place
      var distance: UInt16 = 0
      repeat {
        next = (next + 1) % MinHash.placeCount
        distance += 1
      } while isTaken >> UInt64(next) & 1 == 0
      // The distance keeps apart what was drawn from different places.
      values[place] = values[next] &+ distance &* 0x9e37
    }
  }

  func band(_ b: Int) -> UInt64 {
    (0..<4).reduce(0) { $0 << 16 | UInt64(values[4 * b + $1]) }
  }

  /// An estimate of the Jaccard index: places where a shingle of both was the smallest, over places that a shingle of either
  /// chose (Li, Owen and Zhang). Unlike `agreement` it does not count a shingle twice, which matters for short texts.
  func resemblance(to other: MinHash) -> Double {
    let (both, either) = (isTaken & other.isTaken, isTaken | other.isTaken)
    guard either != 0 else { return 0 }
    // Without a branch: half of the places would be guessed wrong.
    var equal: UInt64 = 0
    for place in 0..<MinHash.placeCount {
      equal |= (values[place] == other.values[place] ? 1 : 0) << UInt64(place)
    }
    return Double((equal & both).nonzeroBitCount) / Double(either.nonzeroBitCount)
  }

  /// Places with the same value.
  func agreement(with other: MinHash) -> Int {
    var count = 0
    for place in 0..<MinHash.placeCount where values[place] == other.values[place] { count += 1 }
    return count
  }

  public static func == (a: MinHash, b: MinHash) -> Bool {
    a.isTaken == b.isTaken && a.agreement(with: b) == placeCount
  }
}
