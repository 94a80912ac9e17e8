/// A short lower-case ASCII name (of a tag, an entity) as one number: six bits a character, at most ten.
struct PackedName: Hashable {
  private let bits: UInt64

  static let longest = 10

  /// Nil for an empty or longer name and for characters other than a...z, 0...9, `-` and `:`.
  init?(_ units: some Collection<UInt16>) {
    guard (1...PackedName.longest).contains(units.count) else { return nil }
    var bits: UInt64 = 0
    for unit in units {
      let code: UInt16
      switch unit {
      case 0x61...0x7A: code = unit - 0x60
      case 0x30...0x39: code = unit - 0x30 + 27
      case Unit.hyphen: code = 37
      case Unit.colon: code = 38
      default: return nil
      }
      bits = bits << 6 | UInt64(code)
    }
    self.bits = bits
  }

  init?(_ name: String) { self.init(Array(name.utf16)) }

  /// The names of a list separated by spaces.
  static func set(_ list: String) -> Set<PackedName> {
    Set(list.split(separator: " ").compactMap { PackedName(String($0)) })
  }
}
