/// Takes text piece by piece and hands it on in blocks, so that a long output is never whole in memory.
struct TextSink: ~Copyable {
  private var buffer: [UInt8] = []
  private let write: (UnsafeRawBufferPointer) throws -> Void

  private static let blockByteCount = 1 << 18

  init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.write = write
    buffer.reserveCapacity(2 * TextSink.blockByteCount)
  }

  mutating func append(_ text: String) throws { try append { $0.append(contentsOf: text.utf8) } }

  /// Lets `fill` put UTF-8 behind what is there.
  mutating func append(_ fill: (inout [UInt8]) throws -> Void) throws {
    try fill(&buffer)
    if buffer.count >= TextSink.blockByteCount { try flush() }
  }

  /// Hands on what is left. Must be called at the end.
  mutating func flush() throws {
    if buffer.isEmpty { return }
    try buffer.withUnsafeBytes(write)
    buffer.removeAll(keepingCapacity: true)
  }
}
