import Foundation
import MinyiText
import TestSupport
import Testing

struct CharacterTableTests {
  private let cleaner = Cleaner()

  @Test func nothingIsMissing() { #expect(CharacterTable.shared.problem == nil) }

  @Test func invisibleCharactersAreThoseOfUnicode() {
    for value in UInt32(0)...0x10FFFF {
      // Private use and unassigned planes hold nothing that could vanish.
      if value == 0x32000 { continue }
      guard let scalar = Unicode.Scalar(value), value < 0x20000 || value >= 0xE0000 && value < 0xE2000 else {
        continue
      }
      let vanishes = cleaner.normalize("字\(scalar)字").units.count == 2
      #expect(vanishes == NaiveNormalizer.isInvisible(scalar), "U+\(String(value, radix: 16))")
    }
  }

  @Test func aTableFromACacheIsTheSameAndADamagedOneIsMadeAnew() throws {
    let folder = try TemporaryFolder()
    let cache = CacheFolder(path: folder.path + "/cache")
    func check() {
      let cached = Cleaner(table: CharacterTable(cache: cache))
      var random = RandomText(seed: 31)
      for _ in 0..<500 {
        let text = random.next(of: RandomText.plain)
        #expect(cached.normalize(text) == cleaner.normalize(text))
      }
    }
    check()
    check()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")
    #expect(files.count == 1)
    let file = folder.path + "/cache/" + (files.first ?? "")
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    var damaged = whole
    damaged[100_000] ^= 1
    try damaged.write(to: URL(fileURLWithPath: file))
    check()
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == whole)
  }

  @Test func circlesOfSimplificationEnd() {
    #expect(cleaner.normalize("苧麻").string == cleaner.normalize("苎麻").string)
  }
}
