/// The strings that cells refer to by number, one after the other.
///
/// Past 32 MiB they lie in a file without a name, so that memory does not grow with the workbook. Not for two threads at
/// once.
final class SharedStrings {
  private let memory = ByteBuffer(capacity: 1 << 16)
  private var spool: SpoolFile?
  private var mapped: FileBytes?
  private var ends: [Int] = []
  private var byteCount = 0
  private var touchedByteCount = 0

  private static let memoryByteCount = 32 << 20
  /// More than any sheet that Excel writes.
  static let maximumCount = 1 << 24

  var count: Int { ends.count }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    memory.append(bytes)
    byteCount += bytes.count
    ends.append(byteCount)
    if memory.count > SharedStrings.memoryByteCount { try flush() }
  }

  /// To be called after the last string and before the first is read.
  func finish() throws(FileError) {
    guard let spool else { return }
    try flush()
    mapped = try spool.map()
  }

  private func flush() throws(FileError) {
    if spool == nil { spool = try SpoolFile() }
    guard let spool else { return }
    try spool.append(memory.bytes)
    memory.removeAll()
  }

  /// Valid until the next call; nil if there is no such string.
  @inline(__always)
  subscript(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index >= 0, index < ends.count else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    guard let mapped else { return memory.slice(start, ends[index]) }
    touchedByteCount += ends[index] - start
    if touchedByteCount > 16 << 20 {
      touchedByteCount = 0
      mapped.releasePages(before: mapped.buffer.count)
    }
    return UnsafeBufferPointer(
      rebasing: mapped.buffer.assumingMemoryBound(to: UInt8.self)[start..<ends[index]])
  }
}
