import Foundation

/// A JSON value.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes)) }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
}

/// The part of JSON Schema 2020-12 that Minyi's schema uses. A keyword that it does not know is a failure, so that none is
/// passed over.
struct SchemaValidator {
  let root: JSONValue

  /// What of `value` breaks the schema, each with its path.
  func failures(_ value: JSONValue) -> [String] { failures(value, root, "$") }

  private func failures(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(path): the schema is no object"] }
    var found: [String] = []
    for (keyword, rule) in keywords {
      switch (keyword, rule) {
      case ("$schema", _), ("title", _), ("description", _), ("$defs", _): break
      case ("$ref", .string(let name)):
        let target = root["$defs"]?[String(name.dropFirst("#/$defs/".count))]
        found += target.map { failures(value, $0, path) } ?? ["\(path): no \(name)"]
      case ("type", .string(let type)): if !Self.has(type, value) { found.append("\(path): no \(type)") }
      case ("const", _): if value != rule { found.append("\(path): not \(rule)") }
      case ("enum", .array(let values)): if !values.contains(value) { found.append("\(path): \(value)") }
      case ("minimum", .number(let bound)):
        if case .number(let number) = value, number < bound { found.append("\(path): \(number) < \(bound)") }
      case ("maximum", .number(let bound)):
        if case .number(let number) = value, number > bound { found.append("\(path): \(number) > \(bound)") }
      case ("items", _):
        if case .array(let items) = value {
          for (i, item) in items.enumerated() { found += failures(item, rule, "\(path)[\(i)]") }
        }
      case ("required", .array(let names)):
        for case .string(let name) in names where value[name] == nil { found.append("\(path): no \(name)") }
      case ("properties", .object(let properties)):
        for (name, property) in properties {
          if let member = value[name] { found += failures(member, property, "\(path).\(name)") }
        }
      case ("additionalProperties", .bool(false)):
        if case .object(let members) = value, case .object(let properties)? = keywords["properties"] {
          found += members.keys.filter { properties[$0] == nil }.map { "\(path): \($0) is too much" }
        }
      default: found.append("\(path): \(keyword) is not known")
      }
    }
    return found.sorted()
  }

  private static func has(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool), ("number", .number):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
