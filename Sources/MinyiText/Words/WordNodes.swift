/// The prefix tree of a word list, level by level, so that the children of a node are neighbours.
struct WordNodes {
  /// The code of the character that leads to a node; 0 for the root, which is node 0.
  private(set) var codes: [UInt16] = [0]
  /// The cost of the word that ends at a node, or `DoubleArray.noCost`.
  private(set) var costs: [UInt16] = [DoubleArray.noCost]
  private var childStarts: [Int] = []

  var count: Int { codes.count }

  func children(of node: Int) -> Range<Int> { childStarts[node]..<childStarts[node + 1] }

  /// - Parameter codes: the code of every UTF-16 unit, not 0 for those of the words.
  init(words: WordList, codes unitCodes: [UInt16]) {
    // Of every node, the words that begin with it.
    var ranges = [0..<words.count]
    var depth = 0
    var level = 0..<1
    while !level.isEmpty {
      for node in level {
        childStarts.append(codes.count)
        var i = ranges[node].lowerBound
        while i < ranges[node].upperBound {
          let start = i
          let word = words.range(i)
          // The word that ends here is the node's own, not a child's; it comes first.
          guard word.count > depth else {
            i += 1
            continue
          }
          let unit = words.units[word.lowerBound + depth]
          while i < ranges[node].upperBound, words.units[words.range(i).lowerBound + depth] == unit { i += 1 }
          codes.append(unitCodes[Int(unit)])
          costs.append(word.count == depth + 1 ? words.costs[start] : DoubleArray.noCost)
          ranges.append(start..<i)
        }
      }
      depth += 1
      level = level.upperBound..<codes.count
    }
    childStarts.append(codes.count)
  }
}
