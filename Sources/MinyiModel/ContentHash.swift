/// A 128-bit SipHash-2-4 value: of a text with the zero key, of a person with the workspace's key.
///
/// The same bytes and key give the same value on every machine, in every run. Source: Aumasson and Bernstein,
/// "SipHash: a fast short-input PRF", INDOCRYPT 2012, with the 128-bit output of their reference code.
public struct ContentHash: Hashable, Sendable, Comparable, BitwiseCopyable {
  public var high: UInt64
  public var low: UInt64

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
    var state = SipState(key: key)
    let wordCount = bytes.count / 8
    for i in 0..<wordCount {
      state.absorb(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i * 8, as: UInt64.self)))
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for (shift, i) in (wordCount * 8..<bytes.count).enumerated() { last |= UInt64(bytes[i]) << (8 * shift) }
    state.absorb(last)
    (low, high) = state.finish()
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

private struct SipState {
  var v0, v1, v2, v3: UInt64

  init(key: (UInt64, UInt64)) {
    v0 = key.0 ^ 0x736f_6d65_7073_6575
    v1 = key.1 ^ 0x646f_7261_6e64_6f6d ^ 0xee
    v2 = key.0 ^ 0x6c79_6765_6e65_7261
    v3 = key.1 ^ 0x7465_6462_7974_6573
  }

  mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  mutating func finish() -> (UInt64, UInt64) {
    v2 ^= 0xee
    for _ in 0..<4 { round() }
    let first = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    for _ in 0..<4 { round() }
    return (first, v0 ^ v1 ^ v2 ^ v3)
  }

  private mutating func round() {
    v0 &+= v1
    v1 = rotated(v1, 13) ^ v0
    v0 = rotated(v0, 32)
    v2 &+= v3
    v3 = rotated(v3, 16) ^ v2
    v0 &+= v3
    v3 = rotated(v3, 21) ^ v0
    v2 &+= v1
    v1 = rotated(v1, 17) ^ v2
    v2 = rotated(v2, 32)
  }

  private func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }
}
