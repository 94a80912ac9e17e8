/// The attributes of an element. Valid during the call they come with.
struct XMLAttributes {
  let pairs: UnsafePointer<UnsafePointer<CChar>?>

  /// The characters of an attribute whose name, without prefix, is `name`.
  func characters(_ name: StaticString) -> UnsafePointer<CChar>? {
    var i = 0
    while let found = pairs[i] {
      if XMLName(characters: found) == name || XMLAttributes.localName(found) == name { return pairs[i + 1] }
      i += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { characters(name).map { String(cString: $0) } }

  func int(_ name: StaticString) -> Int? { string(name).flatMap { Int($0) } }

  /// XML's true: `1` or `true`.
  func flag(_ name: StaticString) -> Bool {
    guard let text = characters(name) else { return false }
    return text[0] == 0x31 || text[0] == 0x74
  }

  private static func localName(_ name: UnsafePointer<CChar>) -> XMLName {
    var i = 0
    while name[i] != 0 {
      if name[i] == 0x3A { return XMLName(characters: name + i + 1) }
      i += 1
    }
    return XMLName(characters: name)
  }
}
