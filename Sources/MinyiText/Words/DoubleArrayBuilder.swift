/// Places the nodes of a word tree in the cells of a double array, those with most children first.
///
/// The same words and codes give the same cells. O(characters) for the tree; a node is tried at a few free
/// cells in practice.
package struct DoubleArrayBuilder {
  /// `DoubleArray.noCell` where nothing lies.
  private var cells: [UInt64] = []
  /// A cell after each cell with no free one between them; walks from taken cells shorten it (path halving).
  private var next: [Int32] = []
  private var isBase: [Bool] = []
  /// The root's cells are those before; all other cells and bases lie behind.
  private let codeLimit: Int

  private init(codeLimit: Int) { self.codeLimit = codeLimit }

  /// The cells of `words`, whose characters have codes below `codeLimit`; behind every base there are
  /// `codeLimit` cells at least.
  package static func cells(of words: WordList, codes: [UInt16], codeLimit: Int) -> [UInt64] {
    var builder = DoubleArrayBuilder(codeLimit: codeLimit)
    builder.place(WordNodes(words: words, codes: codes))
    // No cell lies behind the end, whatever code follows.
    let lastBase = builder.isBase.lastIndex(of: true) ?? 0
    builder.grow(to: lastBase + codeLimit)
    return Array(builder.cells.prefix(lastBase + codeLimit))
  }

  private mutating func place(_ nodes: WordNodes) {
    var cellOfNode = [Int](repeating: 0, count: nodes.count)
    grow(to: codeLimit)
    isBase[0] = true
    for child in nodes.children(of: 0) {
      cellOfNode[child] = take(Int(nodes.codes[child]), code: 0, cost: nodes.costs[child])
    }
    var order = (1..<nodes.count).filter { !nodes.children(of: $0).isEmpty }
    order.sort { (nodes.children(of: $0).count, $1) > (nodes.children(of: $1).count, $0) }
    var start = codeLimit
    var size = 0
    var bases = [UInt32](repeating: DoubleArray.leafBase, count: nodes.count)
    for node in order {
      let children = nodes.children(of: node)
      // Nodes of one size need the same gaps: go on where the last one found its own.
      if children.count != size { (size, start) = (children.count, codeLimit) }
      let base = freeBase(for: nodes.codes[children], from: &start)
      isBase[base] = true
      bases[node] = UInt32(base)
      for child in children {
        let code = nodes.codes[child]
        cellOfNode[child] = take(base + Int(code), code: code, cost: nodes.costs[child])
      }
    }
    for node in order { cells[cellOfNode[node]] |= UInt64(bases[node]) }
  }

  /// The first base behind the root's cells that is no one's and under which `codes` are free.
  private mutating func freeBase(for codes: ArraySlice<UInt16>, from start: inout Int) -> Int {
    let lowest = Int(codes.min() ?? 0)
    let highest = Int(codes.max() ?? 0)
    var cell = firstFree(from: start)
    while true {
      let base = cell - lowest
      grow(to: cell + highest - lowest + 1)
      if base >= codeLimit, !isBase[base], codes.allSatisfy({ cells[base + Int($0)] == DoubleArray.noCell }) {
        start = cell
        return base
      }
      cell = firstFree(from: cell + 1)
    }
  }

  private mutating func firstFree(from cell: Int) -> Int {
    var cell = cell
    while cell < cells.count, cells[cell] != DoubleArray.noCell {
      let following = Int(next[cell])
      if following < cells.count { next[cell] = next[following] }
      cell = following
    }
    return cell
  }

  private mutating func take(_ cell: Int, code: UInt16, cost: UInt16) -> Int {
    grow(to: cell + 1)
    cells[cell] = DoubleArray.cell(base: DoubleArray.leafBase, code: code, cost: cost)
    return cell
  }

  private mutating func grow(to count: Int) {
    guard count > cells.count else { return }
    let grown = max(count, cells.count * 3 / 2)
    for cell in cells.count..<grown { next.append(Int32(cell + 1)) }
    cells.append(contentsOf: repeatElement(DoubleArray.noCell, count: grown - cells.count))
    isBase.append(contentsOf: repeatElement(false, count: grown - isBase.count))
  }
}
