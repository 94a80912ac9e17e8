import MinyiModel

/// Reads what `OtherColumnsText.text(of:)` writes: `JSONDecoder` takes fifty times as long for a row of few columns.
struct OtherColumnsScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// nil where the text is not laid out so. O(bytes).
  consuming func columns() -> [OtherColumn]? {
    var columns: [OtherColumn] = []
    guard skip("[") else { return nil }
    repeat {
      guard skip(#"{"name":""#), let name = string(), skip(#","value":""#), let value = string(), skip("}")
      else { return nil }
      columns.append(OtherColumn(name: name, value: value))
    } while skip(",")
    return skip("]") && position == bytes.count ? columns : nil
  }

  private mutating func skip(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  /// The string whose opening quote is behind; moves past its closing quote.
  private mutating func string() -> String? {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\")
    {
      position += 1
    }
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "\"") {
      position += 1
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position - 1]), as: UTF8.self)
    }
    var text = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = escapedByte() else { return nil }
        text.append(escaped)
      default: text.append(byte)
      }
    }
    return nil
  }

  /// The byte that the escape stands for whose backslash is behind: a quote, a backslash or a control character.
  private mutating func escapedByte() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return byte }
    guard byte == UInt8(ascii: "u"), position + 4 <= bytes.count, skip("00") else { return nil }
    let digits = String(
      decoding: UnsafeBufferPointer(rebasing: bytes[position..<position + 2]), as: UTF8.self)
    guard let value = UInt8(digits, radix: 16), value < 0x20 else { return nil }
    position += 2
    return value
  }
}
