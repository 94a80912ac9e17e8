import CICU

/// The encoding of a file's text.
struct TextEncoding: Equatable, Sendable {
  /// The canonical name, which ICU also knows.
  let name: String

  static let utf8 = TextEncoding(name: "UTF-8")
  static let utf16LE = TextEncoding(name: "UTF-16LE")
  static let utf16BE = TextEncoding(name: "UTF-16BE")
  static let gb18030 = TextEncoding(name: "GB18030")
  static let big5 = TextEncoding(name: "Big5")

  var isUTF16: Bool { self == .utf16LE || self == .utf16BE }

  /// Bytes of a line feed.
  var unitByteCount: Int { isUTF16 ? 2 : 1 }

  /// The encoding of a name or alias, or nil if it is unknown or not usable for lines of text.
  ///
  /// GB2312 and GBK become their superset GB18030. `bytes` decides the byte order of plain "UTF-16".
  static func named(_ name: String, for bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
    switch key {
    case "utf8", "utf8sig", "utf8bom": return .utf8
    case "utf16le", "unicode": return .utf16LE
    case "utf16be": return .utf16BE
    case "utf16": return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BE : .utf16LE
    case "gb18030", "gbk", "gb2312", "cp936", "936", "ansi", "euccn", "xgbk": return .gb18030
    case "big5", "cp950", "950": return .big5
    default: return separatesLinesLikeASCII(name) ? TextEncoding(name: name) : nil
    }
  }

  /// The byte order mark that `bytes` starts with.
  static func mark(of bytes: UnsafeRawBufferPointer) -> (encoding: TextEncoding, byteCount: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }

  /// Lines are found in the bytes before they are decoded, which UTF-32 or EBCDIC would not survive.
  private static func separatesLinesLikeASCII(_ name: String) -> Bool {
    guard let converter = TextConverter(TextEncoding(name: name)) else { return false }
    let probe: [UInt8] = [0x0D, 0x0A, 0x22, 0x2C, 0x09, 0x41]
    return probe.withUnsafeBytes { bytes in
      converter.convert(bytes) == nil && Array(converter.text) == probe
    }
  }
}
