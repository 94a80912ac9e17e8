import CSimdJSON
import MinyiModel

/// Finds the format of a file from its first bytes, and from its name where they leave a choice.
enum FormatDetector {
  /// The kind of a file that is no text but that people have opinions in, e.g. "XLSX"; nil for others.
  static func unsupportedKind(of bytes: UnsafeRawBufferPointer, path: String) -> String? {
    let suffix = pathExtension(path)
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return ["docx", "pptx", "ods", "zip"].contains(suffix) ? suffix.uppercased() : "XLSX"
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return ["et", "doc", "wps"].contains(suffix) ? suffix.uppercased() : "XLS"
    }
    if bytes.starts(with: Array("%PDF".utf8)) { return "PDF" }
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

  /// `json` for an array of objects or an object over several lines, `jsonl` for an object on one line.
  private static func jsonFormat(_ sample: [UInt8]) -> FileFormat? {
    let first = sample.firstIndex { !Whitespace.isASCIISpace($0) } ?? sample.endIndex
    guard first < sample.endIndex else { return nil }
    let inner = sample[(first + 1)...].first { !Whitespace.isASCIISpace($0) }
    switch (sample[first], inner) {
    case (UInt8(ascii: "["), UInt8(ascii: "{")): return .json
    case (UInt8(ascii: "["), UInt8(ascii: "]")) where sample.count < 64: return .json
    case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "{"), UInt8(ascii: "}")):
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

  private static func pathExtension(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
