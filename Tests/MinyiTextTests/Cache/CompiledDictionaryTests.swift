import Foundation
import MinyiModel
import MinyiText
import TestSupport
import Testing

/// What a segmenter gives does not depend on what is in the cache.
struct CompiledDictionaryTests {
  private let folder: TemporaryFolder
  private let cache: CacheFolder

  init() throws {
    folder = try TemporaryFolder()
    cache = CacheFolder(path: folder.path + "/minyi")
  }

  private func dictionary(_ cache: CacheFolder, words: [String] = ["云峰桥北"]) -> CompiledDictionary {
    CompiledDictionary(fingerprint: UInt64(words.count), cache: cache) { Lexicon(words: words) }
  }

  private func tokens(_ dictionary: CompiledDictionary) throws -> [[Token]] {
    let segmenter = try Segmenter(dictionary: dictionary)
    return try SampleTexts.all().prefix(100).map(segmenter.tokens)
      + [segmenter.tokens(of: Array("云峰桥北的路灯".utf16))]
  }

  private var files: [URL] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        at: folder.url.appendingPathComponent("minyi"), includingPropertiesForKeys: nil
      ).sorted { $0.path < $1.path }
    }
  }

  @Test func theSecondTimeItIsMapped() throws {
    let first = dictionary(cache)
    #expect(first.origin == .compiled(isKept: true) && first.problem == nil)
    // With a lexicon, ICU's words alone are kept too.
    let names = try files.map(\.lastPathComponent)
    #expect(
      names.count == 2 && names.allSatisfy { $0.wholeMatch(of: /words-[0-9a-f]{16}\.bin/) != nil }, "\(names)"
    )
    let second = CompiledDictionary(fingerprint: 1, cache: cache) {
      Issue.record("the lexicon is not needed")
      return Lexicon()
    }
    #expect(second.origin == .cache && second.problem == nil)
    #expect(CompiledDictionary.icu(cache: cache).origin == .cache)
    let expected = try tokens(first)
    #expect(try tokens(second) == expected)
    #expect(expected.last?.first == Token(start: 0, end: 4, kind: .han))
    // Another lexicon is another file.
    let other = dictionary(cache, words: ["云峰桥", "北的路灯"])
    #expect(other.origin == .compiled(isKept: true))
    #expect(try files.count == 3)
    #expect(try tokens(other) != expected)
  }

  @Test func aDamagedFileIsCompiledAnewAndReplaced() throws {
    let expected = try tokens(CompiledDictionary.icu(cache: cache))
    let file = try #require(try files.first)
    let whole = try Data(contentsOf: file)
    var flipped = whole
    flipped[whole.count * 2 / 3] ^= 4
    for damaged in [whole.prefix(whole.count - 8), flipped] {
      try damaged.write(to: file)
      let dictionary = CompiledDictionary.icu(cache: cache)
      #expect(dictionary.origin == .compiled(isKept: true), "\(damaged.count) bytes")
      #expect(try tokens(dictionary) == expected)
      #expect(try Data(contentsOf: file) == whole)
      #expect(try files == [file])
    }
  }

  @Test func withoutACacheItIsTheSame() throws {
    let file = try folder.file("占位", "")
    let dictionary = CompiledDictionary.icu(cache: CacheFolder(path: file))
    #expect(dictionary.origin == .compiled(isKept: false) && dictionary.problem == nil)
    #expect(try tokens(dictionary) == tokens(.icu()))
  }

  @Test func aLexiconThatFailsLeavesNothing() throws {
    struct Refusal: Error {}
    #expect(throws: Refusal.self) {
      try CompiledDictionary(fingerprint: 1, cache: cache) { throw Refusal() }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/minyi"))
  }

  @Test func threadsThatCompileAtOnce() throws {
    let outcomes = try ParallelChunks(threadCount: 2).map(count: 2, chunkSize: 1) { _ in
      try tokens(.icu(cache: cache))
    }
    #expect(outcomes[0] == outcomes[1])
    #expect(try files.count == 1)
    #expect(CompiledDictionary.icu(cache: cache).origin == .cache)
  }
}
