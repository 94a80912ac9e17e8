/// Cuts runs of Han characters into the words of least total cost, as ICU's CJK engine does.
///
/// Source: ICU, `CjkBreakEngine::divideUpDictionaryRange`: a cost for each word, 255 for a character that is
/// no word, and of equal paths the one whose last word begins first. A path is kept as cost · 2³² + start of
/// its last word, so that one comparison decides both.
///
/// One pass cuts all runs of a text: no word holds a character of another kind, so a path through one begins
/// anew. Most of the time goes to the memory of the double array and to branches that no processor foresees.
/// Therefore nodes are asked for ahead of their use, block by block, and the first two nodes of a word are taken
/// without a branch: at one position of sixty only does a third follow.
package struct WordLattice {
  /// ICU looks for words of this many characters at most.
  package static let longestWord = 20
  /// How many codes of 0 stand behind a text, and how many paths more there are than codes.
  package static let margin = 2
  private static let unknownCost: UInt16 = 255
  /// As many positions as a first-level cache takes cells for, with what they are computed from.
  private static let blockLength = 128

  let words: DoubleArray

  package init(words: DoubleArray) { self.words = words }

  /// What is known of the words at one position.
  private struct Step {
    /// Of the first character as a word, and of the first two.
    var costs: (UInt16, UInt16) = (0, 0)
    /// Where the cell of the next character lies if a word goes on with it.
    var next: UInt32 = 0
  }

  /// Fills `paths[0...count]` for a text of `codes[0..<count]`, 0 for what is not Han, which are at most the
  /// array's unknown code; `margin` codes of 0 and `margin` paths follow. O(count · longest word).
  @inline(__always)
  package func fill(_ paths: UnsafeMutablePointer<UInt64>, _ codes: UnsafePointer<UInt16>, count: Int) {
    paths[0] = 0
    (paths + 1).update(repeating: .max, count: count &- 1 &+ WordLattice.margin)
    withUnsafeTemporaryAllocation(of: Step.self, capacity: WordLattice.blockLength) { steps in
      guard let steps = steps.baseAddress else { return }
      var start = 0
      while start < count {
        let length = min(WordLattice.blockLength, count &- start)
        lookUp(steps, codes + start, count: length)
        extend(paths, codes, steps, start..<start &+ length)
        start &+= length
      }
    }
  }

  /// The costs of the first two nodes from every position. Two loops, so that a cell is asked for long
  /// before it is read, and none waits for another.
  @inline(__always)
  private func lookUp(_ steps: UnsafeMutablePointer<Step>, _ codes: UnsafePointer<UInt16>, count: Int) {
    for i in 0..<count {
      let node = words.first(codes[i])
      let cost = DoubleArray.cost(node)
      steps[i].costs.0 = cost == DoubleArray.noCost ? WordLattice.unknownCost : cost
      steps[i].next = DoubleArray.childIndex(of: node, codes[i &+ 1])
      words.prefetch(steps[i].next)
    }
    for i in 0..<count {
      let node = words.child(at: steps[i].next, codes[i &+ 1])
      steps[i].costs.1 = DoubleArray.cost(node)
      steps[i].next = DoubleArray.childIndex(of: node, codes[i &+ 2])
      words.prefetch(steps[i].next)
    }
  }

  /// Extends the paths to the positions in `range` by the words there. `noCost` needs no test: single
  /// characters reach every position at less.
  @inline(__always)
  private func extend(
    _ paths: UnsafeMutablePointer<UInt64>, _ codes: UnsafePointer<UInt16>, _ steps: UnsafePointer<Step>,
    _ range: Range<Int>
  ) {
    // The best paths to i and i + 1 so far, in registers.
    var here = paths[range.lowerBound]
    var next = paths[range.lowerBound &+ 1]
    for i in range {
      let step = steps[i &- range.lowerBound]
      paths[i] = here
      let path = (codes[i] == 0 ? 0 : here & ~0xFFFF_FFFF) | UInt64(truncatingIfNeeded: i)
      here = min(next, path &+ UInt64(step.costs.0) << 32)
      next = min(paths[i &+ 2], path &+ UInt64(step.costs.1) << 32)
      var node = words.child(at: step.next, codes[i &+ 2])
      var end = i &+ 3
      while node != DoubleArray.noCell {
        paths[end] = min(paths[end], path &+ UInt64(DoubleArray.cost(node)) << 32)
        node = words.child(of: node, codes[end])
        end &+= 1
      }
    }
    paths[range.upperBound] = here
    paths[range.upperBound &+ 1] = next
  }

  /// Writes the words of the best path through a run of the text to `pieces`, which hold as many as the run
  /// has characters at least. Returns their number.
  @inline(__always)
  func trace(
    _ paths: UnsafePointer<UInt64>, _ entries: UnsafePointer<UInt32>, _ run: Range<Int>,
    to pieces: UnsafeMutablePointer<Piece>
  ) -> Int {
    // From the last word to the first, written from the end, then moved to the front.
    var written = run.count
    var end = run.upperBound
    while end > run.lowerBound {
      let start = Int(UInt32(truncatingIfNeeded: paths[end]))
      written &-= 1
      pieces[written] = Piece(start: start, end: end, entry: entries[start])
      end = start
    }
    if written > 0 { pieces.update(from: pieces + written, count: run.count &- written) }
    return run.count &- written
  }

  /// The cost of the best path through a text of `count` Han characters.
  package static func cost(_ paths: UnsafePointer<UInt64>, count: Int) -> Int { Int(paths[count] >> 32) }
}
