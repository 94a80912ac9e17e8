/// Bytes that grow and keep their place between calls, for the text of a row. Not for two threads at once.
final class ByteBuffer {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4096) {
    self.capacity = max(16, capacity)
    storage = .allocate(capacity: self.capacity)
  }

  deinit { storage.deallocate() }

  func removeAll() { count = 0 }

  func truncate(to count: Int) { self.count = min(count, self.count) }

  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    if count + bytes.count > capacity { grow(to: 2 * (count + bytes.count)) }
    (storage + count).update(from: base, count: bytes.count)
    count += bytes.count
  }

  func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  func append(_ byte: UInt8) {
    if count == capacity { grow(to: 2 * count) }
    storage[count] = byte
    count += 1
  }

  /// Valid until the next call that changes the buffer.
  @inline(__always)
  func slice(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage + start, count: end - start)
  }

  var bytes: UnsafeBufferPointer<UInt8> { slice(0, count) }

  private func grow(to capacity: Int) {
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: storage, count: count)
    storage.deallocate()
    storage = grown
    self.capacity = capacity
  }
}
