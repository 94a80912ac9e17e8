#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The bytes of a whole file: a regular file is mapped, anything else (standard input, a pipe) read to its end.
///
/// A mapped file must not be shortened while it is read; the system would end the program (SIGBUS).
// @unchecked: the bytes are never written after init, and released only in deinit.
final class FileBytes: @unchecked Sendable {
  let buffer: UnsafeRawBufferPointer
  private let isMapped: Bool

  private init(_ buffer: UnsafeRawBufferPointer, isMapped: Bool) {
    self.buffer = buffer
    self.isMapped = isMapped
  }

  /// A copy of `bytes`.
  init(copying bytes: UnsafeRawBufferPointer) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
    copy.copyMemory(from: bytes)
    buffer = UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: buffer.baseAddress), buffer.count)
    } else {
      buffer.deallocate()
    }
  }

  /// `bytes` and what `descriptor` has behind them.
  static func rest(of descriptor: Int32, after bytes: [UInt8], path: String) throws(FileError) -> FileBytes {
    let rest = try readToEnd(descriptor, path: path)
    var all = bytes
    all.append(contentsOf: rest.buffer)
    return all.withUnsafeBytes { FileBytes(copying: $0) }
  }

  /// The bytes of the file at `path`; `-` is standard input.
  static func load(_ path: String) throws(FileError) -> FileBytes {
    if path == "-" { return try readToEnd(0, path: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw systemError(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw systemError(path) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw .isFolder(path: path)
    case S_IFREG where status.st_size > 0:
      return try map(descriptor, byteCount: Int(status.st_size), path: path)
    default: return try readToEnd(descriptor, path: path)
    }
  }

  /// Gives back the memory of mapped pages before `offset`, so that a large file does not stay resident. They
  /// come back from the system's cache when touched again.
  func releasePages(before offset: Int) {
    guard isMapped, let base = buffer.baseAddress else { return }
    let pageByteCount = Int(sysconf(Int32(_SC_PAGESIZE)))
    let byteCount = min(offset, buffer.count) / pageByteCount * pageByteCount
    if byteCount > 0 { madvise(UnsafeMutableRawPointer(mutating: base), byteCount, Int32(MADV_DONTNEED)) }
  }

  static func map(_ descriptor: Int32, byteCount: Int, path: String) throws(FileError) -> FileBytes {
    guard let start = mmap(nil, byteCount, PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != UnsafeMutableRawPointer(bitPattern: -1)
    else { throw systemError(path) }
    madvise(start, byteCount, Int32(MADV_SEQUENTIAL))
    return FileBytes(UnsafeRawBufferPointer(start: start, count: byteCount), isMapped: true)
  }

  private static func readToEnd(_ descriptor: Int32, path: String) throws(FileError) -> FileBytes {
    var capacity = 1 << 20
    guard var start = malloc(capacity) else { throw systemError(path) }
    var byteCount = 0
    while true {
      let count = read(descriptor, start + byteCount, capacity - byteCount)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        let error = systemError(path)
        free(start)
        throw error
      }
      byteCount += count
      if byteCount == capacity {
        capacity *= 2
        guard let grown = realloc(start, capacity) else {
          let error = systemError(path)
          free(start)
          throw error
        }
        start = grown
      }
    }
    return FileBytes(UnsafeRawBufferPointer(start: start, count: byteCount), isMapped: false)
  }

  static func systemError(_ path: String) -> FileError {
    switch errno {
    case ENOENT, ENOTDIR: .notFound(path: path)
    case EISDIR: .isFolder(path: path)
    default: .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
  }
}
