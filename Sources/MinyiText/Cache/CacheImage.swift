#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Bytes that never change once made: a mapped file, or memory of our own.
///
/// `@unchecked Sendable` because nothing writes to them after `init`, and they last as long as this object.
package final class CacheImage: @unchecked Sendable {
  /// Aligned to 16 bytes.
  let start: UnsafeRawPointer
  let count: Int
  private let isMapped: Bool

  /// Maps the file `path`, or nil when that is not possible. Pages are read when they are first used.
  init?(mapping path: String) {
    // A named pipe in its place would keep us waiting for a writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, file, 0), mapped != MAP_FAILED
    else { return nil }
    self.start = UnsafeRawPointer(mapped)
    count = Int(status.st_size)
    isMapped = true
  }

  /// `count` bytes that `fill` writes all of.
  init(count: Int, fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 16)
    fill(UnsafeMutableRawBufferPointer(start: memory, count: count))
    start = UnsafeRawPointer(memory)
    self.count = count
    isMapped = false
  }

  package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: start), count)
    } else {
      start.deallocate()
    }
  }
}
