import CZip

/// The entries of a zip file, unpacked piece by piece. Not for two threads at once.
final class ZipArchive {
  let path: String
  private let file: FileBytes
  private let handle: OpaquePointer

  /// The largest entry that is unpacked whatever its ratio, and the ratio of a larger one that is an attack (Apache POI
  /// draws the same line): the sheets that people have are packed to a tenth or a fortieth.
  private static let unsuspectedByteCount: UInt64 = 32 << 20
  private static let maximumRatio: UInt64 = 100
  private static let maximumByteCount: UInt64 = 16 << 30
  private static let pieceByteCount = 1 << 16

  init(_ file: FileBytes, path: String) throws(FileError) {
    var status: Int32 = 0
    let bytes = file.buffer.assumingMemoryBound(to: UInt8.self)
    guard let handle = czip_open(bytes.baseAddress, bytes.count, &status) else {
      throw .damaged(path: path, part: "zip", detail: "the archive is cut off or damaged")
    }
    self.file = file
    self.path = path
    self.handle = handle
  }

  deinit { czip_close(handle) }

  /// The names of the first entries.
  func names(maximumCount: Int) -> [String] {
    (0..<min(Int64(maximumCount), czip_entry_count(handle))).compactMap { index in
      czip_entry_name(handle, index).map { String(cString: $0) }
    }
  }

  func contains(_ name: String) -> Bool { czip_entry_index(handle, name) >= 0 }

  func byteCount(of name: String) -> Int {
    var stat = CZipStat()
    let index = czip_entry_index(handle, name)
    return czip_entry_stat(handle, index, &stat) ? Int(clamping: stat.byteCount) : 0
  }

  /// Unpacks an entry and hands on its pieces; `isLast` comes with the last, perhaps empty one. Stops when `body`
  /// returns false.
  ///
  /// Throws `FileError` for a wrong checksum, a password, or an entry that unpacks to far more than it takes.
  func read(_ name: String, _ body: (UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws -> Bool) throws {
    let index = czip_entry_index(handle, name)
    var stat = CZipStat()
    guard index >= 0, czip_entry_stat(handle, index, &stat) else {
      throw FileError.damaged(path: path, part: name, detail: "no such entry")
    }
    if stat.isEncrypted { throw FileError.passwordProtected(path: path) }
    if ZipArchive.isBomb(stat) { throw FileError.unpacksTooLarge(path: path, part: name) }
    var status: Int32 = 0
    guard let entry = czip_entry_open(handle, index, &status) else { throw error(status, name) }
    defer { czip_entry_close(entry) }
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: ZipArchive.pieceByteCount)
    defer { piece.deallocate() }
    var total: UInt64 = 0
    var releasedByteCount: UInt64 = 0
    while true {
      let count = czip_entry_read(entry, piece.baseAddress, piece.count, &status)
      if count < 0 { throw error(status, name) }
      total += UInt64(count)
      // More than the directory says: its numbers cannot be trusted.
      if total > stat.byteCount { throw FileError.damaged(path: path, part: name, detail: "wrong size") }
      if total - releasedByteCount > 64 << 20 {
        releasedByteCount = total
        file.releasePages(before: file.buffer.count)
      }
      let isLast = count == 0
      if isLast, total < stat.byteCount {
        throw FileError.damaged(path: path, part: name, detail: "wrong size")
      }
      if try !body(UnsafeBufferPointer(rebasing: piece[..<Int(count)]), isLast) || isLast { return }
    }
  }

  private static func isBomb(_ stat: CZipStat) -> Bool {
    stat.byteCount > maximumByteCount
      || (stat.byteCount > unsuspectedByteCount
        && stat.byteCount / max(1, stat.compressedByteCount) > maximumRatio)
  }

  private func error(_ status: Int32, _ name: String) -> FileError {
    switch Int(status) {
    case CZIP_ENCRYPTED: .passwordProtected(path: path)
    case CZIP_UNSUPPORTED: .damaged(path: path, part: name, detail: "an unknown compression method")
    default: .damaged(path: path, part: name, detail: "wrong checksum or packed data")
    }
  }
}
