import Foundation
import MinyiModel
import MinyiText
import TestSupport
import Testing

struct CacheFolderTests {
  private let folder: TemporaryFolder
  private let path: String
  private let cache: CacheFolder

  init() throws {
    folder = try TemporaryFolder()
    // Two folders that are not there yet.
    path = folder.path + "/缓存/minyi"
    cache = CacheFolder(path: path)
  }

  private func image(_ content: [UInt8], key: UInt64) -> CacheImage {
    CacheFile.image(key: key, contentCount: content.count) { $0.copyBytes(from: content) }
  }

  private func content(_ image: CacheImage?) -> [UInt8]? {
    image.map { Array($0.bytes[CacheFile.headerCount...]) }
  }

  private var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The path of the one file that is there after storing `content`.
  private func stored(_ content: [UInt8], key: UInt64) throws -> URL {
    let isKept = cache.store(image(content, key: key), kind: "test", key: key)
    try #require(isKept && files.count == 1, "\(files)")
    return URL(fileURLWithPath: path + "/" + files[0])
  }

  @Test func whatIsStoredIsLoaded() {
    var random = SplitMix64(seed: 1)
    for count in [0, 1, 7, 8, 4096, 100_000] {
      let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let key = random.next()
      #expect(cache.load(kind: "test", key: key) == nil)
      let isKept = cache.store(image(bytes, key: key), kind: "test", key: key)
      #expect(isKept)
      #expect(content(cache.load(kind: "test", key: key)) == bytes)
      #expect(cache.load(kind: "test", key: key ^ 1) == nil)
      #expect(cache.load(kind: "tests", key: key) == nil)
    }
    #expect(files.count == 6 && files.allSatisfy { $0.hasSuffix(".bin") }, "\(files)")
  }

  @Test func whatIsStoredLastCounts() {
    for byte in UInt8(1)...3 {
      let isKept = cache.store(image([byte], key: 5), kind: "test", key: 5)
      #expect(isKept && content(cache.load(kind: "test", key: 5)) == [byte])
    }
    #expect(files == ["test-0000000000000005.bin"])
  }

  @Test func everyFlippedBitIsFound() throws {
    let file = try stored(Array("小区的路灯".utf8), key: 0xFEDC_BA98_7654_3210)
    let whole = try Data(contentsOf: file)
    for bit in 0..<whole.count * 8 {
      var damaged = whole
      damaged[bit / 8] ^= 1 << UInt8(bit % 8)
      try damaged.write(to: file)
      #expect(cache.load(kind: "test", key: 0xFEDC_BA98_7654_3210) == nil, "byte \(bit / 8), bit \(bit % 8)")
    }
    try whole.write(to: file)
    #expect(cache.load(kind: "test", key: 0xFEDC_BA98_7654_3210) != nil)
  }

  @Test func everyOtherLengthIsFound() throws {
    let file = try stored([UInt8](repeating: 0, count: 40), key: 7)
    let whole = try Data(contentsOf: file)
    for count in 0..<whole.count {
      try whole.prefix(count).write(to: file)
      #expect(cache.load(kind: "test", key: 7) == nil, "\(count) bytes")
    }
    for more in [1, 8, 64] {
      try (whole + Data(count: more)).write(to: file)
      #expect(cache.load(kind: "test", key: 7) == nil, "\(more) bytes more")
    }
  }

  @Test func somethingElseInItsPlaceIsReplaced() throws {
    let file = try stored([1, 2, 3], key: 9)
    let others: [(String, (URL) throws -> Void)] = [
      ("empty", { try Data().write(to: $0) }),
      ("text", { try Data(repeating: 0x61, count: 5000).write(to: $0) }),
      ("zeros", { try Data(count: 5000).write(to: $0) }),
      ("named pipe", { mkfifo($0.path, 0o644) }),
      (
        "dangling link",
        { try FileManager.default.createSymbolicLink(atPath: $0.path, withDestinationPath: "/nowhere/a") }
      ),
    ]
    for (name, make) in others {
      try FileManager.default.removeItem(at: file)
      try make(file)
      #expect(cache.load(kind: "test", key: 9) == nil, "\(name)")
      let isKept = cache.store(image([4], key: 9), kind: "test", key: 9)
      #expect(isKept && content(cache.load(kind: "test", key: 9)) == [4] && files.count == 1, "\(name)")
    }
  }

  @Test func aFolderInItsPlaceStays() throws {
    let file = try stored([1, 2, 3], key: 9)
    try FileManager.default.removeItem(at: file)
    try FileManager.default.createDirectory(
      at: file.appendingPathComponent("inside"), withIntermediateDirectories: true)
    #expect(cache.load(kind: "test", key: 9) == nil)
    let isKept = cache.store(image([4], key: 9), kind: "test", key: 9)
    #expect(!isKept && files == [file.lastPathComponent], "no draft is left: \(files)")
  }

  @Test func eightOfAKindStayThoseUsedLast() throws {
    // Older and older, so that the order of names says nothing.
    for key in 0..<12 as Range<UInt64> {
      _ = cache.store(image([1], key: key), kind: "test", key: key)
      try makeOlder("test-000000000000000\(String(key, radix: 16)).bin", hours: 10 + Int(key))
      _ = cache.store(image([1], key: key), kind: "other", key: key)
    }
    #expect(files.filter { $0.hasPrefix("test-") }.count <= 9)
    #expect(files.filter { $0.hasPrefix("other-") }.count == 8)
    try FileManager.default.removeItem(atPath: path)
    for key in 0..<8 as Range<UInt64> {
      _ = cache.store(image([1], key: key), kind: "test", key: key)
      try makeOlder("test-000000000000000\(key).bin", hours: 10 + Int(key))
    }
    // Loading is using: 7 would be the next to go, then 6, now 6, then 5.
    #expect(cache.load(kind: "test", key: 7) != nil)
    _ = cache.store(image([1], key: 20), kind: "test", key: 20)
    _ = cache.store(image([1], key: 21), kind: "test", key: 21)
    let kept = [0, 1, 2, 3, 4, 7, 20, 21].filter { cache.load(kind: "test", key: $0) != nil }
    #expect(kept == [0, 1, 2, 3, 4, 7, 20, 21] && files.count == 8, "\(files)")
  }

  private func makeOlder(_ name: String, hours: Int) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600 * Double(hours))], ofItemAtPath: "\(path)/\(name)")
  }

  @Test func aFolderThatCannotBeIsDoneWithout() throws {
    let file = try folder.file("占位", "a file")
    let locked = folder.path + "/locked"
    try FileManager.default.createDirectory(
      atPath: locked, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
    // Root writes to any folder.
    let unwritable = geteuid() == 0 ? [] : [locked, locked + "/minyi"]
    for path in [file, file + "/minyi", "/dev/null/a/b", "", "/proc/self/minyi"] + unwritable {
      let cache = CacheFolder(path: path)
      let isKept = cache.store(image([1], key: 1), kind: "test", key: 1)
      #expect(!isKept && cache.load(kind: "test", key: 1) == nil, "\(path)")
    }
    let isKept = CacheFolder.none.store(image([1], key: 1), kind: "test", key: 1)
    #expect(!isKept && CacheFolder.none.load(kind: "test", key: 1) == nil)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "a file")
  }

  @Test func manyAtOnceNeverSeeAPart() {
    let contents = (0..<8 as Range<UInt8>).map { [UInt8](repeating: $0, count: 20_000) }
    let outcomes = ParallelChunks(threadCount: 8).map(count: 8, chunkSize: 1) { range in
      (0..<40).allSatisfy { _ in
        let isKept = cache.store(image(contents[range.lowerBound], key: 3), kind: "test", key: 3)
        guard let loaded = content(cache.load(kind: "test", key: 3)) else { return false }
        return isKept && contents.contains(loaded)
      }
    }
    #expect(outcomes == [Bool](repeating: true, count: 8))
    #expect(files == ["test-0000000000000003.bin"])
  }
}
