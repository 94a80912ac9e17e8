#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder for tables that are dear to make and can be made again at any time.
///
/// Nothing depends on it: a file that is missing, damaged or of another version is made anew, and a folder
/// that cannot be written leaves its users without a cache, not without a result.
public struct CacheFolder: Sendable {
  /// nil: nothing is kept.
  public let path: String?

  /// Files of one kind that are kept; the ones used longest ago go first.
  private static let keptCount = 8

  /// The folder need not be there: it is made when something is first kept.
  public init(path: String?) { self.path = path }

  /// No cache.
  public static let none = CacheFolder(path: nil)

  /// `minyi` in the user's cache folder: `$XDG_CACHE_HOME`, else `~/.cache`, by the XDG Base Directory
  /// Specification. Relative paths do not count there.
  public static var standard: CacheFolder {
    if let folder = variable("XDG_CACHE_HOME"), folder.hasPrefix("/") {
      return CacheFolder(path: folder + "/minyi")
    }
    if let home = variable("HOME"), home.hasPrefix("/") { return CacheFolder(path: home + "/.cache/minyi") }
    return .none
  }

  /// The file of `kind` with `key`, whole, or nil. Marks it as used now.
  package func load(kind: String, key: UInt64) -> CacheImage? {
    guard let path else { return nil }
    let file = file(path, kind, key)
    guard let image = CacheImage(mapping: file), CacheFile.content(of: image, key: key) != nil else {
      return nil
    }
    utimes(file, nil)
    return image
  }

  /// Keeps `image` as the file of `kind` with `key`: written beside and renamed, so that no one ever sees a
  /// part. `false`: it could not be kept.
  @discardableResult
  package func store(_ image: CacheImage, kind: String, key: UInt64) -> Bool {
    guard let path, makeFolder(path) else { return false }
    let target = file(path, kind, key)
    let draft = "\(target).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
    guard write(image.bytes, to: draft), rename(draft, target) == 0 else {
      unlink(draft)
      return false
    }
    removeOldest(of: kind, in: path)
    return true
  }

  private func file(_ path: String, _ kind: String, _ key: UInt64) -> String {
    let digits = String(key, radix: 16)
    return "\(path)/\(kind)-\(String(repeating: "0", count: 16 - digits.count))\(digits).bin"
  }

  private func makeFolder(_ path: String) -> Bool {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return false }
    return makeFolder(String(path[..<slash])) && (mkdir(path, 0o700) == 0 || errno == EEXIST)
  }

  private func write(_ bytes: UnsafeRawBufferPointer, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      #if canImport(Darwin)
        let count = Darwin.write(file, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
        let count = Musl.write(file, rest.baseAddress, rest.count)
      #else
        let count = Glibc.write(file, rest.baseAddress, rest.count)
      #endif
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      written += count
    }
    return close(file) == 0 && written == bytes.count
  }

  private func removeOldest(of kind: String, in path: String) {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    var files: [(time: Int, path: String)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      var status = stat()
      guard name.hasPrefix(kind + "-"), stat("\(path)/\(name)", &status) == 0 else { continue }
      #if canImport(Darwin)
        files.append((Int(status.st_mtimespec.tv_sec), "\(path)/\(name)"))
      #else
        files.append((Int(status.st_mtim.tv_sec), "\(path)/\(name)"))
      #endif
    }
    guard files.count > CacheFolder.keptCount else { return }
    files.sort { ($0.time, $0.path) < ($1.time, $1.path) }
    for file in files.dropLast(CacheFolder.keptCount) { unlink(file.path) }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
