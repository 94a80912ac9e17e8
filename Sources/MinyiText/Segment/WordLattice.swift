/// Cuts a run of Han characters into the words of least total cost, as ICU's CJK engine does.
///
/// Source: ICU, `CjkBreakEngine::divideUpDictionaryRange`: a cost for each word, 255 for a character that is
/// no word, and of equal paths the one whose last word begins first. A path is kept as cost · 2³² + start of
/// its last word, so that one comparison decides both.
package struct WordLattice {
  /// ICU looks for words of this many characters at most.
  package static let longestWord = 20
  private static let unknownCost: UInt16 = 255

  let words: DoubleArray

  package init(words: DoubleArray) { self.words = words }

  /// Fills `paths[0...count]` for the run with `entries[0..<count]`, whose codes are at most the array's
  /// unknown code. `nodes` is room for 2 · `count` cells. O(count · longest word).
  @inline(__always)
  package func fill(
    _ paths: UnsafeMutablePointer<UInt64>, _ entries: UnsafePointer<UInt32>, count: Int,
    nodes: UnsafeMutablePointer<UInt64>
  ) {
    let cells = words.cells
    load(nodes, entries, count: count)
    paths[0] = 0
    (paths + 1).update(repeating: .max, count: count)
    for i in 0..<count {
      let path = paths[i] & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: i)
      paths[i &+ 1] = min(paths[i &+ 1], path &+ UInt64(DoubleArray.cost(nodes[2 &* i])) << 32)
      guard DoubleArray.base(nodes[2 &* i]) != DoubleArray.leafBase, i &+ 1 < count else { continue }
      var cell = nodes[2 &* i &+ 1]
      var end = i &+ 1
      while DoubleArray.code(cell) == UnitTable.code(entries[end]) {
        end &+= 1
        // `noCost` needs no test: single characters reach `end` at less.
        paths[end] = min(paths[end], path &+ UInt64(DoubleArray.cost(cell)) << 32)
        if end == count || DoubleArray.base(cell) == DoubleArray.leafBase { break }
        cell = cells[Int(DoubleArray.base(cell)) &+ Int(UnitTable.code(entries[end]))]
      }
    }
  }

  /// Loads the first two nodes from every position: all look-ups at once, since none waits for another, which
  /// hides most of the memory's delay. The first has the cost of its character as a word of its own.
  @inline(__always)
  private func load(_ nodes: UnsafeMutablePointer<UInt64>, _ entries: UnsafePointer<UInt32>, count: Int) {
    let cells = words.cells
    for i in 0..<count {
      let code = UnitTable.code(entries[i])
      let next = i &+ 1 < count ? UnitTable.code(entries[i &+ 1]) : 0
      let cell = cells[Int(code)]
      // A character that begins no word shares its cell with a node deeper down.
      let base = DoubleArray.code(cell) == code ? DoubleArray.base(cell) : DoubleArray.leafBase
      let isWord = DoubleArray.code(cell) == code && DoubleArray.cost(cell) != DoubleArray.noCost
      let cost = isWord ? DoubleArray.cost(cell) : WordLattice.unknownCost
      nodes[2 &* i] = DoubleArray.cell(base: base, code: code, cost: cost)
      nodes[2 &* i &+ 1] = cells[Int(base) &+ Int(next)]
    }
  }

  /// Writes the words of the best path through a run that begins at `start` of the text to `pieces`, which
  /// hold `count` at least. Returns their number.
  @inline(__always)
  func trace(
    _ paths: UnsafePointer<UInt64>, _ entries: UnsafePointer<UInt32>, count: Int, start: Int,
    to pieces: UnsafeMutablePointer<Piece>
  ) -> Int {
    // From the last word to the first, written from the end, then moved to the front.
    var written = count
    var end = count
    while end > 0 {
      let first = Int(UInt32(truncatingIfNeeded: paths[end]))
      written &-= 1
      pieces[written] = Piece(start: start &+ first, end: start &+ end, entry: entries[first])
      end = first
    }
    if written > 0 { pieces.update(from: pieces + written, count: count &- written) }
    return count &- written
  }

  /// The cost of the best path through a run of `count` characters.
  package static func cost(_ paths: UnsafePointer<UInt64>, count: Int) -> Int { Int(paths[count] >> 32) }
}
