/// Where the parts of a compiled dictionary lie in its image.
///
/// After the file's header: the unknown code (32 bits), whether there is a lexicon (32), the unit table
/// (65,536 × 32), the cells of the double array (64 each) to the end.
struct DictionaryLayout {
  let unknownCode: UInt16
  let hasLexicon: Bool
  let units: UnitTable
  let words: DoubleArray

  private static let unitsOffset = 8
  private static let cellsOffset = unitsOffset + UnitTable.count * 4

  /// The parts of `image`, which was verified or made here; they last as long as it does.
  init(_ image: CacheImage) {
    let start = CacheFile.content(of: image)
    unknownCode = UInt16(truncatingIfNeeded: start.load(as: UInt32.self))
    hasLexicon = start.load(fromByteOffset: 4, as: UInt32.self) != 0
    units = UnitTable(entries: (start + DictionaryLayout.unitsOffset).assumingMemoryBound(to: UInt32.self))
    words = DoubleArray(cells: (start + DictionaryLayout.cellsOffset).assumingMemoryBound(to: UInt64.self))
  }

  static func image(key: UInt64, unknownCode: UInt16, hasLexicon: Bool, units: [UInt32], cells: [UInt64])
    -> CacheImage
  {
    CacheFile.image(key: key, contentCount: cellsOffset + cells.count * 8) { content in
      content.storeBytes(of: UInt32(unknownCode), as: UInt32.self)
      content.storeBytes(of: hasLexicon ? 1 : 0, toByteOffset: 4, as: UInt32.self)
      units.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: content[unitsOffset...]).copyMemory(from: $0)
      }
      cells.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: content[cellsOffset...]).copyMemory(from: $0)
      }
    }
  }
}
