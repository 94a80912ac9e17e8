#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file without a name, for bytes that memory should not hold: it is gone when the program ends, however it ends.
final class SpoolFile {
  private let descriptor: Int32
  private(set) var byteCount = 0

  /// Throws when the temporary folder cannot be written.
  init() throws(FileError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((folder + "/minyi-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SpoolFile.failure(folder) }
    unlink(&template)
  }

  deinit { close(descriptor) }

  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw SpoolFile.failure("TMPDIR")
      }
      rest = UnsafeBufferPointer(rebasing: rest[count...])
      byteCount += count
    }
  }

  func map() throws(FileError) -> FileBytes {
    try FileBytes.map(descriptor, byteCount: byteCount, path: "TMPDIR")
  }

  private static func failure(_ folder: String) -> FileError {
    .unreadable(path: folder, reason: "temporary file: " + String(cString: strerror(errno)))
  }
}
