extension AuthorHash {
  /// 匿名 and 16 hexadecimal digits: how an author is written to files, and read back from them.
  public var pseudonym: String {
    let digits = String(rawValue, radix: 16)
    return AuthorHash.prefix + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The author that `pseudonym` was made of; nil for any other text.
  public init?(pseudonym: String) {
    guard pseudonym.hasPrefix(AuthorHash.prefix) else { return nil }
    let digits = pseudonym.dropFirst(AuthorHash.prefix.count)
    guard digits.utf8.count == 16,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      let value = UInt64(digits, radix: 16)
    else { return nil }
    self.init(rawValue: value)
  }

  private static let prefix = "匿名"
}
