/// Where the parts of a compiled dictionary lie in its image.
///
/// After the file's header: the number of cells of the lexicon's array (64 bits; 0: no lexicon), the unit table
/// (65,536 × 32), those cells (64 each), the cells of the array of all words to the end.
struct DictionaryLayout {
  let hasLexicon: Bool
  let units: UnitTable
  let words: DoubleArray
  let lexiconWords: DoubleArray

  private static let unitsOffset = 8
  private static let cellsOffset = unitsOffset + UnitTable.count * 4

  /// The parts of `image`, which was verified or made here; they last as long as it does.
  init(_ image: CacheImage) {
    let start = CacheFile.content(of: image)
    let lexiconCellCount = Int(start.load(as: UInt64.self))
    hasLexicon = lexiconCellCount > 0
    units = UnitTable(entries: (start + DictionaryLayout.unitsOffset).assumingMemoryBound(to: UInt32.self))
    let cells = (start + DictionaryLayout.cellsOffset).assumingMemoryBound(to: UInt64.self)
    lexiconWords = DoubleArray(cells: cells)
    words = DoubleArray(cells: cells + lexiconCellCount)
  }

  /// - Parameter lexiconCells: none without a lexicon.
  static func image(
    key: UInt64, units: [UInt32], lexiconCells: [UInt64], wordCells: [UInt64]
  ) -> CacheImage {
    let cells = lexiconCells + wordCells
    return CacheFile.image(key: key, contentCount: cellsOffset + cells.count * 8) { content in
      content.storeBytes(of: UInt64(lexiconCells.count), as: UInt64.self)
      units.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: content[unitsOffset...]).copyMemory(from: $0)
      }
      cells.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: content[cellsOffset...]).copyMemory(from: $0)
      }
    }
  }
}
