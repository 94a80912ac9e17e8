/// Reads what `ArrayWriter` wrote.
package struct ArrayReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// `bytes` must last as long as the reader.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// A reader of what stands before the checksum at the end of `bytes`; nil if that is not theirs.
  package init?(checked bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 8 else { return nil }
    let content = UnsafeRawBufferPointer(rebasing: bytes.dropLast(8))
    let checksum = bytes.loadUnaligned(fromByteOffset: content.count, as: UInt64.self)
    guard checksum == Checksum.of(content) else { return nil }
    self.init(content)
  }

  package var isAtEnd: Bool { position == bytes.count }

  /// The next array, or nil if the bytes do not hold one.
  package mutating func next<Value: BitwiseCopyable>(_ type: Value.Type) -> [Value]? {
    guard bytes.count - position >= 8 else { return nil }
    let size = Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    position += 8
    guard size >= 0, size <= bytes.count - position, size % MemoryLayout<Value>.stride == 0 else {
      return nil
    }
    let source = UnsafeRawBufferPointer(rebasing: bytes[position..<position + size])
    position += size
    return [Value](unsafeUninitializedCapacity: size / MemoryLayout<Value>.stride) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      count = size / MemoryLayout<Value>.stride
    }
  }
}
