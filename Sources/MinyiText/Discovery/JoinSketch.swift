/// Upper bounds of how often joins occur, in memory that is fixed beforehand: the first pass, which prunes.
///
/// Joins with the same hash share a counter, so a bound may be too high and is never too low. Source: the hash
/// buckets of Park, Chen and Yu, "An effective hash-based algorithm for mining association rules", SIGMOD 1995.
struct JoinSketch: Sendable {
  private var counters: [UInt8]
  private let mask: Int

  /// A sketch for `textCount` texts: 256 counters of a byte for each, 64 KiB at least and 128 MiB at most.
  init(textCount: Int) {
    var size = 1 << 16
    while size < textCount * 256, size < 1 << 27 { size *= 2 }
    counters = [UInt8](repeating: 0, count: size)
    mask = size - 1
  }

  @inline(__always)
  mutating func add(_ word: PackedWord) {
    let slot = Int(truncatingIfNeeded: word.hash >> 20) & mask
    let count = counters[slot]
    if count < .max { counters[slot] = count &+ 1 }
  }

  /// False if `word` surely occurs fewer than `count` times. Counts above 255 are not told apart.
  @inline(__always)
  func mayOccur(_ word: PackedWord, _ count: Int) -> Bool {
    Int(counters[Int(truncatingIfNeeded: word.hash >> 20) & mask]) >= min(count, 255)
  }

  /// Adds the counts of `other`, which has the same size.
  mutating func merge(_ other: JoinSketch) {
    for slot in counters.indices {
      counters[slot] = UInt8(min(255, Int(counters[slot]) + Int(other.counters[slot])))
    }
  }
}
