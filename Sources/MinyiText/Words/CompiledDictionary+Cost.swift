extension CompiledDictionary {
  /// What `word` costs in the lattice, in ICU's unit, or nil if it is no word here. O(length).
  public func cost(of word: String) -> Int? {
    let codes = word.utf16.map { UnitTable.code(units[$0]) }
    guard let first = codes.first else { return nil }
    let node = codes.dropFirst().reduce(words.first(first)) { words.child(of: $0, $1) }
    return DoubleArray.cost(node) == DoubleArray.noCost ? nil : Int(DoubleArray.cost(node))
  }
}
