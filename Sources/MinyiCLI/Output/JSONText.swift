import Foundation

/// JSON with sorted keys, so that the same value gives the same bytes.
enum JSONText {
  static func pretty(_ value: some Encodable) throws -> String { try text(value, [.prettyPrinted]) + "\n" }

  static func line(_ value: some Encodable) throws -> String { try text(value, []) + "\n" }

  /// `text` as a JSON string, with its quotes.
  static func string(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same as UTF-8, behind what is in `bytes`.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      // Whole runs of what stands for itself, which is nearly all.
      var start = 0
      for i in text.indices where text[i] < 0x20 || text[i] == 0x22 || text[i] == 0x5C {
        bytes += text[start..<i]
        append(escaped: text[i], to: &bytes)
        start = i + 1
      }
      bytes += text[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case UInt8(ascii: "\r"): bytes += "\\r".utf8
    case UInt8(ascii: "\t"): bytes += "\\t".utf8
    default:
      let digits = String(byte, radix: 16)
      bytes += "\\u\(byte < 0x10 ? "000" : "00")\(digits)".utf8
    }
  }

  private static func text(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws
    -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
