import MinyiModel

/// Chooses the terms of a group's mean vector through which it meets other groups: see `NeighbourIndex`.
struct EntrySelection: Sendable {
  private let tail: Float
  private let limits: NeighbourLimits?
  /// By term: how many groups have it, in quarters of a power of two. Empty with limits.
  private let rarity: [UInt8]

  private static let rarityCount = 128

  init(_ forest: GroupForest, names: [Int32], tail: Float, limits: NeighbourLimits?) {
    self.tail = tail
    self.limits = limits
    let frequencies = limits == nil ? forest.groupFrequencies(names) : []
    rarity = frequencies.map { UInt8(4 * naturalLog(Double(max(1, $0))) / naturalLog(2)) }
  }

  /// Appends the chosen terms of the group `name`.
  func append(_ name: Int32, of forest: GroupForest, to entries: inout [NeighbourIndex.Entry]) {
    let scale = Float(1 / (DocumentVectors.unit * Double(forest.sizes[Int(name)])))
    if let limits {
      appendHeaviest(limits.termCount, name, of: forest, scale, to: &entries)
    } else {
      appendPrefix(name, of: forest, scale, to: &entries)
    }
  }

  /// Appends the `count` heaviest terms, heaviest first; of equals the smaller.
  private func appendHeaviest(
    _ count: Int, _ name: Int32, of forest: GroupForest, _ scale: Float,
    to entries: inout [NeighbourIndex.Entry]
  ) {
    let start = entries.count
    forest.forEachTerm(of: name) { term, weight in
      let entry = NeighbourIndex.Entry(term: UInt32(term), weight: Float(weight) * scale)
      if entries.count - start < count {
        entries.append(entry)
      } else if entry.weight <= entries[entries.count - 1].weight {
        return
      }
      var i = entries.count - 1
      while i > start, entries[i - 1].weight < entry.weight {
        entries[i] = entries[i - 1]
        i -= 1
      }
      entries[i] = entry
    }
  }

  /// Appends all terms but the most frequent ones, the part of which is shorter than `tail`.
  private func appendPrefix(
    _ name: Int32, of forest: GroupForest, _ scale: Float, to entries: inout [NeighbourIndex.Entry]
  ) {
    var squares = InlineArray<128, Float>(repeating: 0)
    forest.forEachTerm(of: name) { term, weight in
      let weight = Float(weight) * scale
      squares[Int(rarity[term])] += weight * weight
    }
    var last = EntrySelection.rarityCount - 1
    var rest: Float = 0
    while last >= 0, rest + squares[last] < tail * tail {
      rest += squares[last]
      last -= 1
    }
    forest.forEachTerm(of: name) { term, weight in
      if Int(rarity[term]) <= last {
        entries.append(NeighbourIndex.Entry(term: UInt32(term), weight: Float(weight) * scale))
      }
    }
  }
}
