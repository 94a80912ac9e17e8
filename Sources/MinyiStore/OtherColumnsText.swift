import Foundation
import MinyiModel

/// The columns that map to no field as they are kept: a JSON array of `{"name": …, "value": …}`.
enum OtherColumnsText {
  /// nil where there are none. Written by hand, since `JSONEncoder` takes longer for a row than all else that is done
  /// with it, and gives the two keys in any order.
  static func text(of columns: [OtherColumn]) -> String? {
    if columns.isEmpty { return nil }
    var bytes: [UInt8] = []
    for column in columns {
      bytes.append(bytes.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
      bytes += #"{"name":"#.utf8
      append(column.name, to: &bytes)
      bytes += #","value":"#.utf8
      append(column.value, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Of what `text(of:)` gives; what older versions have written, with keys in any order, goes to `JSONDecoder`.
  static func columns(of text: String?) throws -> [OtherColumn] {
    guard var text else { return [] }
    if let columns = text.withUTF8({ OtherColumnsScanner(bytes: $0).columns() }) { return columns }
    return try JSONDecoder().decode([OtherColumn].self, from: Data(text.utf8))
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case ..<0x20:
        bytes += #"\u00"#.utf8
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
