/// Cuts a text into the tokens of the search index: every two neighbouring characters of the cleaned text, and the last
/// character of every run alone.
///
/// So a phrase of two characters or more is found wherever it occurs, whatever words a dictionary would cut there; words
/// of a lattice miss a phrase that crosses their boundaries. A query has the same tokens as the text it is a part of,
/// except for its end: the last character alone is left out where a pair holds it. A single character is the beginning
/// of a token (of a pair, or of the token at the end of a run).
///
/// Personal data is masked before anything else, so no token has any. A text that begins with a scalar of plane 16 is
/// not language: its tokens stand between spaces, and are taken as they are.
///
/// Not thread-safe; storage is used again from text to text. O(text).
public final class CharacterPairs {
  private let cleaner = Cleaner()
  private var scratch = CleanerScratch()
  /// The runs as UTF-8, and where each of their characters begins.
  private var bytes: [UInt8] = []
  private var starts: [Int] = []
  /// The first character of the run at hand, and whether it has ended.
  private var runStart = 0
  private var isInRun = false

  /// The first byte of scalars of plane 16 in UTF-8.
  private static let verbatimLead: UInt8 = 0xF4

  /// One for each thread.
  public init() {}

  /// Calls `body` with every token of `text` in UTF-8 until it returns something else than 0, which is returned.
  ///
  /// - Parameter isQuery: the text is looked for, not looked at.
  public func forEachToken(
    of text: UnsafeBufferPointer<UInt8>, isQuery: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Int32
  ) -> Int32 {
    if text.first == CharacterPairs.verbatimLead { return forEachPiece(of: text, body) }
    let source = UTF16Text.units(of: String(decoding: text, as: UTF8.self))
    return source.withUnsafeBufferPointer { source in
      guard let masked = cleaner.mask(source) else { return cut(source, isQuery, body) }
      return masked.units.withUnsafeBufferPointer { cut($0, isQuery, body) }
    }
  }

  private func cut(
    _ source: UnsafeBufferPointer<UInt16>, _ isQuery: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Int32
  ) -> Int32 {
    let units = cleaner.normalizedUnits(of: source, scratch: &scratch)
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    (runStart, isInRun) = (0, false)
    var i = 0
    while i < units.count {
      let (scalar, length) = SearchCharacters.scalar(of: units, at: i)
      i += length
      guard SearchCharacters.isSearchable(scalar) else {
        isInRun = false
        continue
      }
      if !isInRun, !starts.isEmpty {
        let status = emitRun(isLast: false, body)
        if status != 0 { return status }
        runStart = starts.count
      }
      isInRun = true
      starts.append(bytes.count)
      append(scalar)
    }
    return starts.isEmpty ? 0 : emitRun(isLast: isQuery, body)
  }

  /// The tokens of the run that ends the bytes. `isLast`: the run ends a query.
  private func emitRun(isLast: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Int32) -> Int32 {
    let count = starts.count
    let end = bytes.count
    return bytes.withUnsafeBufferPointer { bytes in
      for i in runStart..<count {
        if i + 1 == count, isLast, count - runStart > 1 { break }
        let tokenEnd = i + 2 < count ? starts[i + 2] : end
        let status = body(UnsafeBufferPointer(rebasing: bytes[starts[i]..<tokenEnd]))
        if status != 0 { return status }
      }
      return 0
    }
  }

  private func forEachPiece(
    of text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Int32
  ) -> Int32 {
    for piece in text.split(separator: UInt8(ascii: " ")) {
      let status = body(UnsafeBufferPointer(rebasing: piece))
      if status != 0 { return status }
    }
    return 0
  }

  @inline(__always)
  private func append(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x10000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
