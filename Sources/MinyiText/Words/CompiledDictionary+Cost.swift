extension CompiledDictionary {
  /// What `word` costs in the lattice, in ICU's unit, or nil if it is no word here. O(length).
  public func cost(of word: String) -> Int? {
    var base = DoubleArray.rootBase
    var cost = DoubleArray.noCost
    for (i, unit) in word.utf16.enumerated() {
      let code = UnitTable.code(units[unit])
      // Below a leaf lie the root's cells.
      if code == 0 || i > 0 && base == DoubleArray.leafBase { return nil }
      let cell = words.cells[Int(base) + Int(code)]
      guard DoubleArray.code(cell) == code else { return nil }
      base = DoubleArray.base(cell)
      cost = DoubleArray.cost(cell)
    }
    return cost == DoubleArray.noCost ? nil : Int(cost)
  }
}
