import CICU

/// A run of source that must be normalised as a whole: a character and what may compose with it.
///
/// Holds units with their source offsets; `normalize` replaces them. Storage is used again for the next run.
struct NormalizationSegment {
  private(set) var units: [UInt16] = []
  private(set) var origins: [Int32] = []
  private(set) var ends: [Int32] = []
  private var result = [UInt16](repeating: 0, count: 64)

  mutating func removeAll() { removeFirst(units.count) }

  mutating func removeFirst(_ count: Int) {
    units.removeFirst(count)
    origins.removeFirst(count)
    ends.removeFirst(count)
  }

  mutating func append(_ scalar: Unicode.Scalar, origin: Int32, end: Int32) {
    for unit in scalar.utf16 {
      units.append(unit)
      origins.append(origin)
      ends.append(end)
    }
  }

  /// Puts `scalar` before everything else.
  mutating func prepend(_ scalar: Unicode.Scalar, origin: Int32, end: Int32) {
    let encoded = scalar.utf16
    units.insert(contentsOf: encoded, at: 0)
    origins.insert(contentsOf: repeatElement(origin, count: encoded.count), at: 0)
    ends.insert(contentsOf: repeatElement(end, count: encoded.count), at: 0)
  }

  /// Moves the units of `buffer` from `start` on before everything else.
  mutating func takeTail(of buffer: inout CleanBuffer, from start: Int) {
    let count = buffer.count - start
    units.insert(contentsOf: UnsafeBufferPointer(start: buffer.units + start, count: count), at: 0)
    origins.insert(contentsOf: UnsafeBufferPointer(start: buffer.origins + start, count: count), at: 0)
    ends.insert(contentsOf: UnsafeBufferPointer(start: buffer.ends + start, count: count), at: 0)
    buffer.truncate(to: start)
  }

  /// NFKC, lower case and simplified, until nothing changes: h + U+0331 composes, H + U+0331 does not.
  ///
  /// Where NFKC changes the run, every unit of the result stems from the whole run. On an error of ICU (it
  /// has none but a lack of memory) the run stays as it is.
  mutating func normalize(by table: UnsafePointer<UInt32>) {
    // Four rounds are one more than any character needs.
    for _ in 0..<4 {
      guard compose() else { return }
      var isFolded = false
      for i in units.indices {
        let folded = UInt16(truncatingIfNeeded: table[Int(units[i])])
        if folded != units[i] {
          units[i] = folded
          isFolded = true
        }
      }
      if !isFolded { return }
    }
  }

  /// NFKC of the units. False on an error of ICU.
  private mutating func compose() -> Bool {
    var status: Int32 = 0
    var length = cicu_nfkc(units, Int32(units.count), &result, Int32(result.count), &status)
    if status <= 0, Int(length) > result.count {
      result = [UInt16](repeating: 0, count: Int(length))
      length = cicu_nfkc(units, Int32(units.count), &result, Int32(result.count), &status)
    }
    guard status <= 0, length <= result.count else { return false }
    let composed = result.prefix(Int(length))
    if composed.elementsEqual(units) { return true }
    guard let origin = origins.min(), let end = ends.max() else { return true }
    units.replaceSubrange(units.indices, with: composed)
    origins.replaceSubrange(origins.indices, with: repeatElement(origin, count: composed.count))
    ends.replaceSubrange(ends.indices, with: repeatElement(end, count: composed.count))
    return true
  }
}
