import Foundation

/// JSON with sorted keys, so that the same value gives the same bytes.
enum JSONText {
  static func pretty(_ value: some Encodable) throws -> String { try text(value, [.prettyPrinted]) + "\n" }

  static func line(_ value: some Encodable) throws -> String { try text(value, []) + "\n" }

  private static func text(_ value: some Encodable, _ formatting: JSONEncoder.OutputFormatting) throws
    -> String
  {
    let encoder = JSONEncoder()
    encoder.outputFormatting = formatting.union([.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
