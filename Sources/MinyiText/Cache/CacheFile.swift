import MinyiModel
/// The layout of a cached file: a header that tells what it is and whether it is whole, then the content.
///
/// Header, eight words of 64 bits in the order of the machine: magic with the layout, key, checksum of the
/// content, its length in bytes, four zeros.
package enum CacheFile {
  package static let headerCount = 64
  /// "MINYI" and a number that changes with the layout of any cached content.
  private static let magic: UInt64 = 0x0049_594E_494D_0001

  /// A whole file with the content that `fill` writes.
  package static func image(key: UInt64, contentCount: Int, fill: (UnsafeMutableRawBufferPointer) -> Void)
    -> CacheImage
  {
    CacheImage(count: headerCount + contentCount) { memory in
      let content = UnsafeMutableRawBufferPointer(rebasing: memory[headerCount...])
      fill(content)
      let header = [
        magic, key, Checksum.of(UnsafeRawBufferPointer(content)), UInt64(contentCount), 0, 0, 0, 0,
      ]
      header.withUnsafeBytes { memory.copyMemory(from: $0) }
    }
  }

  /// The content of `image`, or nil when it is damaged, or has another key or layout. O(bytes).
  static func content(of image: CacheImage, key: UInt64) -> UnsafeRawBufferPointer? {
    let bytes = image.bytes
    guard bytes.count >= headerCount, word(bytes, 0) == magic, word(bytes, 1) == key,
      word(bytes, 3) == UInt64(bytes.count - headerCount), (4..<8).allSatisfy({ word(bytes, $0) == 0 })
    else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: bytes[headerCount...])
    return word(bytes, 2) == Checksum.of(content) ? content : nil
  }

  /// Where the content of `image` begins, which was verified or made here.
  static func content(of image: CacheImage) -> UnsafeRawPointer { image.start + headerCount }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ i: Int) -> UInt64 {
    bytes.load(fromByteOffset: i * 8, as: UInt64.self)
  }
}
