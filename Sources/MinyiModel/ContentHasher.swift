/// Makes the `ContentHash` of bytes that come in pieces.
public struct ContentHasher: Sendable {
  private var v0, v1, v2, v3: UInt64
  private var byteCount = 0

  /// A hasher that has taken nothing yet. Texts have the zero key, people the workspace's own.
  public init(key: (UInt64, UInt64) = (0, 0)) {
    v0 = key.0 ^ 0x736f_6d65_7073_6575
    v1 = key.1 ^ 0x646f_7261_6e64_6f6d ^ 0xee
    v2 = key.0 ^ 0x6c79_6765_6e65_7261
    v3 = key.1 ^ 0x7465_6462_7974_6573
  }

  /// Takes the words of eight bytes that `bytes` holds; fewer at its end are left for `finish`. Every piece but the last
  /// must be a multiple of eight bytes. O(bytes).
  public mutating func absorb(wordsOf bytes: UnsafeRawBufferPointer) {
    let wordCount = bytes.count / 8
    for i in 0..<wordCount {
      absorb(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i * 8, as: UInt64.self)))
    }
    byteCount += wordCount * 8
  }

  /// The hash, with `tail` behind all that was taken: at most seven bytes.
  public consuming func finish(tail: UnsafeRawBufferPointer) -> ContentHash {
    var last = UInt64(truncatingIfNeeded: byteCount + tail.count) << 56
    for (i, byte) in tail.enumerated() { last |= UInt64(byte) << (8 * i) }
    absorb(last)
    v2 ^= 0xee
    for _ in 0..<4 { round() }
    let low = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    for _ in 0..<4 { round() }
    return ContentHash(high: v0 ^ v1 ^ v2 ^ v3, low: low)
  }

  @inline(__always)
  private mutating func absorb(_ word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  @inline(__always)
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
