/// Cuts a run of Han characters into the words of least total cost, as ICU's CJK engine does.
///
/// Working memory grows with the longest run seen and is used again: one lattice for each thread.
/// Source: ICU, `CjkBreakEngine::divideUpDictionaryRange`: a cost for each word, 255 for a character that is
/// no word, and of equal paths the one whose last word begins first.
struct WordLattice: ~Copyable {
  /// ICU looks for words of this many characters at most.
  static let longestWord = 20
  private static let unknownCost: UInt32 = 255

  private var capacity = 0
  /// The run's characters as codes of the double array.
  private(set) var codes = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
  /// Least cost of the run up to each position, and where the last word of that path begins.
  private var costs = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
  private var starts = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

  deinit { release() }

  private func release() {
    codes.deallocate()
    costs.deallocate()
    starts.deallocate()
  }

  /// Room for runs of `count` characters.
  mutating func reserve(_ count: Int) {
    guard count > capacity else { return }
    release()
    capacity = count
    codes = .allocate(capacity: count)
    costs = .allocate(capacity: count + 1)
    starts = .allocate(capacity: count + 1)
  }

  /// Finds the best path through `codes[0..<count]`, each of which is at most the array's unknown code, and
  /// writes where its words end to `ends`, which holds `count` entries at least. Returns the number of words.
  ///
  /// O(count · longest word).
  @inline(__always)
  mutating func wordEnds(_ count: Int, in words: DoubleArray, to ends: UnsafeMutablePointer<Int32>) -> Int {
    let (cells, codes, costs, starts) = (words.cells, codes, costs, starts)
    costs[0] = 0
    (costs + 1).update(repeating: .max, count: count)
    for i in 0..<count {
      let cost = costs[i]
      var cell = cells[Int(codes[i])]
      let isKnown = DoubleArray.code(cell) == codes[i] && DoubleArray.cost(cell) != DoubleArray.noCost
      let single = cost &+ (isKnown ? UInt32(DoubleArray.cost(cell)) : WordLattice.unknownCost)
      if single < costs[i + 1] {
        costs[i + 1] = single
        starts[i + 1] = Int32(truncatingIfNeeded: i)
      }
      guard DoubleArray.code(cell) == codes[i] else { continue }
      var end = i + 1
      while end < count, DoubleArray.base(cell) != DoubleArray.leafBase {
        cell = cells[Int(DoubleArray.base(cell)) &+ Int(codes[end])]
        if DoubleArray.code(cell) != codes[end] { break }
        end &+= 1
        let wordCost = DoubleArray.cost(cell)
        if wordCost == DoubleArray.noCost { continue }
        let total = cost &+ UInt32(wordCost)
        if total < costs[end] {
          costs[end] = total
          starts[end] = Int32(truncatingIfNeeded: i)
        }
      }
    }
    // Walk the path back, writing from the end, then move it to the front.
    var written = count
    var end = count
    while end > 0 {
      written &-= 1
      ends[written] = Int32(truncatingIfNeeded: end)
      end = Int(starts[end])
    }
    if written > 0 { ends.update(from: ends + written, count: count - written) }
    return count - written
  }

  /// The cost of the best path that `wordEnds` found last through `count` characters.
  func cost(_ count: Int) -> UInt32 { costs[count] }
}
