/// A 128-bit SipHash-2-4 value: of a text with the zero key, of a person with the workspace's key.
///
/// The same bytes and key give the same value on every machine, in every run. Source: Aumasson and Bernstein,
/// "SipHash: a fast short-input PRF", INDOCRYPT 2012, with the 128-bit output of their reference code.
public struct ContentHash: Hashable, Sendable, Comparable, BitwiseCopyable {
  /// The upper 64 of the 128 bits: the first 16 of the 32 digits.
  public var high: UInt64
  /// The lower 64 of the 128 bits.
  public var low: UInt64

  /// A hash that was computed before, from its halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The hash of `text`'s UTF-8 under `key`. O(bytes).
  public init(_ text: String, key: (UInt64, UInt64) = (0, 0)) {
    var text = text
    self = text.withUTF8 { ContentHash(bytes: UnsafeRawBufferPointer($0), key: key) }
  }

  /// The hash of `bytes` under `key`. O(bytes).
  public init(bytes: UnsafeRawBufferPointer, key: (UInt64, UInt64) = (0, 0)) {
    var hasher = ContentHasher(key: key)
    hasher.absorb(wordsOf: bytes)
    self = hasher.finish(tail: UnsafeRawBufferPointer(rebasing: bytes[(bytes.count / 8 * 8)...]))
  }

  public static func < (a: ContentHash, b: ContentHash) -> Bool { (a.high, a.low) < (b.high, b.low) }
}

extension ContentHash: CustomStringConvertible {
  /// 32 hexadecimal digits.
  public var description: String { ContentHash.digits(high) + ContentHash.digits(low) }

  private static func digits(_ word: UInt64) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
