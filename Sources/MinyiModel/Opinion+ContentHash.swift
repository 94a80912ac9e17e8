extension Opinion {
  /// A hash over every column but the key: equal for equal rows, in every run. O(characters).
  ///
  /// Each column goes in with its length, so that neighbouring columns cannot trade characters.
  public var contentHash: ContentHash {
    var scratch: [UInt8] = []
    return contentHash(scratch: &scratch)
  }

  /// The same, or without the author, in memory that the caller uses again.
  public func contentHash(hasAuthor: Bool = true, scratch bytes: inout [UInt8]) -> ContentHash {
    bytes.removeAll(keepingCapacity: true)
    bytes.add(title)
    bytes.add(body)
    bytes.add(time?.seconds)
    bytes.add(hasAuthor ? author?.rawValue : nil)
    bytes.add(place)
    bytes.add(channel)
    bytes.add(likes)
    bytes.add(dislikes)
    bytes.add(reply)
    bytes.add(repliedAt?.seconds)
    for other in others {
      bytes.add(other.name)
      bytes.add(other.value)
    }
    return bytes.withUnsafeBytes { ContentHash(bytes: $0) }
  }
}

extension [UInt8] {
  fileprivate mutating func add(_ column: String?) {
    guard let column else { return append(0x2D) }
    add(digitsOf: UInt64(column.utf8.count))
    append(0x3A)
    append(contentsOf: column.utf8)
  }

  /// As its decimal digits would be added.
  fileprivate mutating func add(_ number: (some BinaryInteger)?) {
    guard let number else { return append(0x2D) }
    let magnitude = UInt64(number.magnitude)
    var digitCount = number < 0 ? 2 : 1
    var rest = magnitude
    while rest >= 10 {
      rest /= 10
      digitCount += 1
    }
    add(digitsOf: UInt64(digitCount))
    append(0x3A)
    if number < 0 { append(0x2D) }
    add(digitsOf: magnitude)
  }

  private mutating func add(digitsOf number: UInt64) {
    if number >= 10 { add(digitsOf: number / 10) }
    append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}
