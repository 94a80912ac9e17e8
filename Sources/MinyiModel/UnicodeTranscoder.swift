/// UTF-8 to UTF-16 and back into memory that is used again: the library's own way took a third of an import.
package enum UnicodeTranscoder {
  /// `units` becomes the UTF-16 of `bytes`, which are well-formed UTF-8. O(bytes).
  package static func utf16(of bytes: UnsafeBufferPointer<UInt8>, into units: inout ScratchBuffer<UInt16>) {
    units.removeAll()
    guard let base = bytes.baseAddress else { return }
    let end = bytes.count
    // No character has more units than bytes.
    let target = units.reserve(end)
    var count = 0
    var i = 0
    /// The six bits of the byte at `index`; of nothing where the last character is cut off.
    @inline(__always) func tail(_ index: Int) -> UInt16 { index < end ? UInt16(base[index] & 0x3F) : 0 }
    while i < end {
      let byte = base[i]
      if byte < 0x80 {
        target[count] = UInt16(byte)
        i += 1
      } else if byte < 0xE0 {
        target[count] = UInt16(byte & 0x1F) << 6 | tail(i + 1)
        i += 2
      } else if byte < 0xF0 {
        target[count] = UInt16(byte & 0x0F) << 12 | tail(i + 1) << 6 | tail(i + 2)
        i += 3
      } else {
        let high = UInt32(byte & 0x07) << 18 | UInt32(tail(i + 1)) << 12
        let scalar = (high | UInt32(tail(i + 2)) << 6 | UInt32(tail(i + 3))) &- 0x10000
        target[count] = 0xD800 | UInt16(truncatingIfNeeded: scalar >> 10 & 0x3FF)
        if i + 1 < end {
          target[count + 1] = 0xDC00 | UInt16(truncatingIfNeeded: scalar & 0x3FF)
          count += 1
        }
        i += 4
      }
      count += 1
    }
    units.commit(count)
  }

  /// Appends the UTF-8 of `units`; half a surrogate pair becomes U+FFFD. O(units).
  package static func appendUTF8(of units: UnsafeBufferPointer<UInt16>, to bytes: inout ScratchBuffer<UInt8>)
  {
    guard let base = units.baseAddress else { return }
    let target = bytes.reserve(3 * units.count)
    var count = 0
    var i = 0
    while i < units.count {
      let unit = base[i]
      i += 1
      if unit < 0x80 {
        target[count] = UInt8(truncatingIfNeeded: unit)
        count += 1
      } else if unit < 0x800 {
        target[count] = UInt8(truncatingIfNeeded: 0xC0 | unit >> 6)
        target[count + 1] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
        count += 2
      } else if unit & 0xFC00 == 0xD800, i < units.count, base[i] & 0xFC00 == 0xDC00 {
        let scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(base[i] & 0x3FF))
        i += 1
        target[count] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
        target[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
        target[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        target[count + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        count += 4
      } else {
        let scalar = unit & 0xF800 == 0xD800 ? 0xFFFD : unit
        target[count] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
        target[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        target[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        count += 3
      }
    }
    bytes.commit(count)
  }
}
