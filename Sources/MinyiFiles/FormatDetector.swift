import CSimdJSON
import MinyiModel

/// Finds the format of a file from its first bytes, and from its name where they leave a choice.
enum FormatDetector {
  /// How files begin that are no text, and that people take for their opinions.
  private static let kinds: [(magic: [UInt8], kind: String)] = [
    (Array("%PDF".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"),
    (Array("GIF8".utf8), "GIF"), ([0x1F, 0x8B], "GZ"), ([0x37, 0x7A, 0xBC, 0xAF], "7Z"),
    (Array("Rar!".utf8), "RAR"),
  ]

  static func isZip(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// True for a compound file that holds an encrypted workbook ([MS-OFFCRYPTO] 2.1): the name of its stream is written
  /// in UTF-16 in the directory.
  static func isEncryptedWorkbook(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]), bytes.count >= 512 else { return false }
    let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let sectorByteCount = 1 << min(16, Int(bytes[30]))
    let first = (0..<4).reduce(0) { $0 | Int(bytes[48 + $1]) << (8 * $1) }
    // The directory starts at its first sector; what stands near the ends of the file is looked at too.
    let starts = [(first + 1) * sectorByteCount, 0, max(0, bytes.count - 1 << 20)]
    return starts.contains { start in
      start < bytes.count
        && contains(name, in: UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(1 << 20)))
    }
  }

  private static func contains(_ pattern: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = pattern.first, bytes.count >= pattern.count else { return false }
    for i in 0...(bytes.count - pattern.count) where bytes[i] == first {
      if bytes[i..<(i + pattern.count)].elementsEqual(pattern) { return true }
    }
    return false
  }

  /// The kind of a file that is no text but that people have opinions in, e.g. "XLS"; nil for others.
  static func unsupportedKind(of bytes: UnsafeRawBufferPointer, path: String) -> String? {
    let suffix = pathExtension(path)
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return ["et", "doc", "wps"].contains(suffix) ? suffix.uppercased() : "XLS"
    }
    if let kind = kinds.first(where: { bytes.starts(with: $0.magic) })?.kind { return kind }
    // Some systems export web pages under the name of a sheet.
    if ["xls", "xlsx", "et"].contains(suffix) {
      let first = bytes.prefix(512).first {
        !Whitespace.isASCIISpace($0) && ![0xEF, 0xBB, 0xBF].contains($0)
      }
      if first == UInt8(ascii: "<") { return "HTML" }
    }
    return nil
  }

  /// The format of `content`; `csv` also stands for tables whose delimiter is still to be found.
  static func format(of content: FileContent, path: String, map: [OpinionField: String]) -> FileFormat {
    let suffix = pathExtension(path)
    if let json = jsonFormat(content.sample(byteCount: 1 << 16)) { return json }
    switch suffix {
    case "csv", "xls", "xlsx", "et": return .csv
    case "tsv", "tab": return .tsv
    case "jsonl", "ndjson": return .jsonl
    case "json": return .json
    case "txt", "text", "md", "log":
      return TableLayout.looksLikeTable(content, map: map, isStrict: true) ? .csv : .text
    default: return TableLayout.looksLikeTable(content, map: map, isStrict: false) ? .csv : .text
    }
  }

  /// `json` for an array or an object over several lines, `jsonl` for an object on one line, whether they are whole and
  /// well-formed or not: what is wrong with them is told row by row, where as text it would pass for an opinion. nil for
  /// what only looks like them: [投诉] 路灯不亮.
  private static func jsonFormat(_ sample: [UInt8]) -> FileFormat? {
    let first = sample.firstIndex { !Whitespace.isASCIISpace($0) } ?? sample.endIndex
    guard first < sample.endIndex else { return nil }
    switch sample[first] {
    case UInt8(ascii: "["): return isArray(sample[first...]) ? .json : nil
    case UInt8(ascii: "{") where isObject(sample[first...]):
      let line = sample[first...].prefix { $0 != 0x0A && $0 != 0x0D }
      // A line longer than the sample is taken for an object on one line.
      if line.endIndex == sample.endIndex { return .jsonl }
      // A bad first line must not make JSONL something else, so the second line has a say too.
      let isBalanced = line.withUnsafeBufferPointer { cjson_value_end($0.baseAddress, $0.count) > 0 }
      if isBalanced { return .jsonl }
      let second = sample[line.endIndex...].first { !Whitespace.isASCIISpace($0) }
      return second == UInt8(ascii: "{") ? .jsonl : .json
    default: return nil
    }
  }

  /// True if a key, written as JSON or as a program would, or nothing follows the brace.
  private static func isObject(_ sample: ArraySlice<UInt8>) -> Bool {
    guard let key = sample.dropFirst().first(where: { !Whitespace.isASCIISpace($0) }) else { return true }
    return key == 0x22 || key == 0x27 || key == 0x5F || key == UInt8(ascii: "}") || isLetterOrDigit(key)
  }

  /// True if a value and then a comma, the closing bracket or nothing follow the bracket, and no text behind the closing
  /// one: [1] 路灯不亮 is a numbered line.
  private static func isArray(_ sample: ArraySlice<UInt8>) -> Bool {
    let inner = sample.dropFirst().drop(while: Whitespace.isASCIISpace)
    guard let opening = inner.first, opening != UInt8(ascii: "{") else { return true }
    let end = sample.withUnsafeBufferPointer { Int(cjson_value_end($0.baseAddress, $0.count)) }
    if end > 0, let next = sample.dropFirst(end).first(where: { !Whitespace.isASCIISpace($0) }) {
      // Arrays one a line are no opinions, but JSON.
      if next != sample[sample.startIndex] { return false }
    }
    let rest = behindScalar(inner).drop(while: Whitespace.isASCIISpace)
    guard rest.count < inner.count || "[]".utf8.contains(opening) else { return false }
    return rest.first.map { ",[]".utf8.contains($0) } ?? true
  }

  /// What stands behind the string, number or literal that `bytes` begin with; all of them if they begin with none.
  private static func behindScalar(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if bytes.first == 0x22 {
      var rest = bytes.dropFirst()
      while let byte = rest.first, byte != 0x22 { rest = rest.dropFirst(byte == 0x5C ? 2 : 1) }
      return rest.dropFirst()
    }
    for literal in ["true", "false", "null"] where bytes.starts(with: literal.utf8) {
      return bytes.dropFirst(literal.utf8.count)
    }
    guard let first = bytes.first, first == UInt8(ascii: "-") || isLetterOrDigit(first), first < 0x41 else {
      return bytes
    }
    return bytes.dropFirst().drop {
      $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") || $0 | 0x20 == 0x65 || $0 &- 0x30 < 10
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private static func pathExtension(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
