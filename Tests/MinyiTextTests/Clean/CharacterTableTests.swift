import CICU
import MinyiText
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

  @Test func aTableFromACacheIsTheSame() {
    let cached = Cleaner(table: CharacterTable(simplified: CharacterTable.simplified()))
    var random = RandomText(seed: 31)
    for _ in 0..<500 {
      let text = random.next(of: RandomText.plain)
      #expect(cached.normalize(text) == cleaner.normalize(text))
    }
  }

  @Test func aDamagedCacheSimplifiesNothing() {
    let cleaner = Cleaner(table: CharacterTable(simplified: [1, 2, 3]))
    #expect(cleaner.normalize("請問Ａ").string == "請問a")
  }

  @Test func circlesOfSimplificationEnd() {
    #expect(cleaner.normalize("苧麻").string == cleaner.normalize("苎麻").string)
  }
}
