import CICU

/// Turns pieces of text in one encoding into UTF-8. Every piece is whole: no state is kept between pieces.
///
/// Not for two threads at once.
final class TextConverter {
  private let encoding: TextEncoding
  private var handle: OpaquePointer
  private var units: UnsafeMutableBufferPointer<UInt16>
  private var storage: UnsafeMutableBufferPointer<UInt8>
  private var byteCount = 0

  /// nil if ICU does not know the encoding.
  init?(_ encoding: TextEncoding) {
    guard let handle = TextConverter.open(encoding) else { return nil }
    self.handle = handle
    self.encoding = encoding
    units = .allocate(capacity: 4096)
    storage = .allocate(capacity: 4096)
  }

  deinit {
    cicu_converter_close(handle)
    units.deallocate()
    storage.deallocate()
  }

  /// The last piece as UTF-8, valid until the next call.
  var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: storage[..<byteCount]) }

  /// The bytes that may be read (not used) from the start of `text`.
  var readableByteCount: Int { storage.count }

  /// Converts `bytes` into `text` and returns the offset of the first invalid byte, or nil if all are valid.
  /// An invalid byte stands as U+FFFD in `text`, so that the structure around it can still be read. O(bytes).
  func convert(_ bytes: UnsafeRawBufferPointer) -> Int? {
    reserve(bytes.count)
    byteCount = 0
    var firstInvalid: Int?
    var start = 0
    repeat {
      var consumed: Int64 = 0
      var unitCount: Int64 = 0
      var status: Int32 = 0
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...]).assumingMemoryBound(to: UInt8.self)
      cicu_convert(
        handle, rest.baseAddress, Int64(rest.count), true, units.baseAddress, Int64(units.count), &consumed,
        &unitCount, &status)
      appendUTF8(Int(unitCount))
      if status <= 0 { break }
      let invalid = start + max(0, min(Int(consumed), rest.count - 1))
      if firstInvalid == nil { firstInvalid = invalid }
      append(0xFFFD)
      // Not by one byte in UTF-16, where that would put the halves of all later units together wrongly.
      start = min(invalid + encoding.unitByteCount, bytes.count)
      if let fresh = TextConverter.open(encoding) {
        cicu_converter_close(handle)
        handle = fresh
      }
    } while start < bytes.count
    return firstInvalid
  }

  private static func open(_ encoding: TextEncoding) -> OpaquePointer? {
    var status: Int32 = 0
    let handle = cicu_converter_open(encoding.name, &status)
    if status <= 0 { return handle }
    cicu_converter_close(handle)
    return nil
  }

  /// Room for the worst case: two units a byte, three bytes a unit, and 64 bytes that simdjson may read.
  private func reserve(_ count: Int) {
    if units.count < 2 * count + 8 {
      units.deallocate()
      units = .allocate(capacity: 3 * count + 8)
    }
    if storage.count < 6 * count + 100 {
      storage.deallocate()
      storage = .allocate(capacity: 8 * count + 100)
    }
  }

  private func appendUTF8(_ unitCount: Int) {
    var i = 0
    while i < unitCount {
      let unit = units[i]
      i += 1
      if unit < 0x80 {
        storage[byteCount] = UInt8(truncatingIfNeeded: unit)
        byteCount += 1
      } else if unit & 0xFC00 == 0xD800, i < unitCount, units[i] & 0xFC00 == 0xDC00 {
        append(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(units[i] & 0x3FF)))
        i += 1
      } else {
        append(unit & 0xF800 == 0xD800 ? 0xFFFD : UInt32(unit))
      }
    }
  }

  @inline(__always)
  private func append(_ scalar: UInt32) {
    func put(_ byte: UInt32) {
      storage[byteCount] = UInt8(truncatingIfNeeded: byte)
      byteCount += 1
    }
    if scalar < 0x80 {
      put(scalar)
    } else if scalar < 0x800 {
      put(0xC0 | scalar >> 6)
      put(0x80 | scalar & 0x3F)
    } else if scalar < 0x10000 {
      put(0xE0 | scalar >> 12)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    } else {
      put(0xF0 | scalar >> 18)
      put(0x80 | scalar >> 12 & 0x3F)
      put(0x80 | scalar >> 6 & 0x3F)
      put(0x80 | scalar & 0x3F)
    }
  }
}
