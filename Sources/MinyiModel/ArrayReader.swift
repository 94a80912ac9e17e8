/// Reads what `ArrayWriter` wrote.
package struct ArrayReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// `bytes` must last as long as the reader.
  package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

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
