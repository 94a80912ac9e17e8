import MinyiText

/// Words with costs as a double array of their own, whose characters have codes from 1 in ascending order.
final class CompiledWords {
  let words: DoubleArray
  let cells: [UInt64]
  /// The code that a character of no word has.
  let unknownCode: UInt16
  private let codes: [UInt16]
  private let memory: UnsafeMutablePointer<UInt64>

  init(_ costs: [[UInt16]: Int]) {
    var list = WordList()
    var codes = [UInt16](repeating: 0, count: 0x10000)
    for word in costs.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      _ = list.append(word, cost: UInt16(costs[word] ?? 0))
    }
    for (i, unit) in Set(list.units).sorted().enumerated() { codes[Int(unit)] = UInt16(i + 1) }
    unknownCode = UInt16(Set(list.units).count + 1)
    self.codes = codes
    cells = DoubleArrayBuilder.cells(of: list, codes: codes, codeLimit: Int(unknownCode) + 1)
    memory = .allocate(capacity: cells.count)
    memory.initialize(from: cells, count: cells.count)
    words = DoubleArray(cells: memory)
  }

  deinit { memory.deallocate() }

  func code(_ unit: UInt16) -> UInt16 { codes[Int(unit)] == 0 ? unknownCode : codes[Int(unit)] }

  /// The cost of `word`, or nil if it is none. The empty word is none.
  func cost(of word: [UInt16]) -> Int? {
    guard let first = word.first else { return nil }
    let node = word.dropFirst().reduce(words.first(code(first))) { words.child(of: $0, code($1)) }
    return DoubleArray.cost(node) == DoubleArray.noCost ? nil : Int(DoubleArray.cost(node))
  }

  /// Where the words of `run` end on the lattice's path, and what it costs.
  func path(_ run: [UInt16]) -> (ends: [Int], cost: Int) {
    let codes = run.map(code) + [UInt16](repeating: 0, count: WordLattice.margin)
    var paths = [UInt64](repeating: 0, count: run.count + WordLattice.margin)
    WordLattice(words: words).fill(&paths, codes, count: run.count)
    var ends: [Int] = []
    var end = run.count
    while end > 0 {
      ends.insert(end, at: 0)
      end = Int(UInt32(truncatingIfNeeded: paths[end]))
    }
    return (ends, WordLattice.cost(paths, count: run.count))
  }
}
