import MinyiModel
import Testing

/// SipHash-2-4-128 against its authors' numbers.
struct ContentHashTests {
  /// Outputs of the reference code for key 00 01 … 0f and the inputs "", 00, 00 01, … (`vectors_sip128` of
  /// https://github.com/veorq/SipHash), as bytes in the order in which the reference writes them.
  private static let published = [
    "a3817f04ba25a8e66df67214c7550293", "da87c1d86b99af44347659119b22fc45",
    "8177228da4a45dc7fca38bdef60affe4", "9c70b60c5267a94e5f33b6b02985ed51",
    "f88164c12d9c8faf7d0f6e7c7bcd5579", "1368875980776f8854527a07690e9627",
    "14eeca338b208613485ea0308fd7a15e", "a1f1ebbed8dbc153c0b84aa61ff08239",
    "3b62a9ba6258f5610f83e264f31497b4", "264499060ad9baabc47f8b02bb6d71ed",
    "00110dc378146956c95447d3f3d0fbba", "0151c568386b6677a2b4dc6f81e5dc18",
    "d626b266905ef35882634df68532c125", "9869e247e9c08b10d029934fc4b952f7",
    "31fcefac66d7de9c7ec7485fe4494902", "5493e99933b0a8117e08ec0f97cfc3d9",
    "6ee2a4ca67b054bbfd3315bf85230577",
  ]

  private let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)

  private func hash(_ bytes: [UInt8], key: (UInt64, UInt64) = (0, 0)) -> ContentHash {
    bytes.withUnsafeBytes { ContentHash(bytes: $0, key: key) }
  }

  /// The reference's bytes: the low word first, each word from its lowest byte.
  private func referenceBytes(_ hash: ContentHash) -> [UInt8] {
    [hash.low, hash.high].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  @Test func publishedVectorsComeOut() {
    for (length, expected) in Self.published.enumerated() {
      let input = (0..<length).map { UInt8($0) }
      #expect(hexadecimal(referenceBytes(hash(input, key: key))) == expected, "input of \(length) bytes")
    }
    // The longest published one, seven whole words and seven bytes.
    let last = referenceBytes(hash((0..<63).map { UInt8($0) }, key: key))
    #expect(hexadecimal(last) == "5150d1772f50834a503e069a973fbd7c")
  }

  @Test func textShowsTheHighWordFirst() {
    // The description is a number, most significant digit first: the reference's bytes from last to first.
    let value = hash([], key: key)
    #expect(value.description == "930255c71472f66de6a825ba047f81a3")
    #expect(value.description == hexadecimal(referenceBytes(value).reversed()))
    #expect(ContentHash(high: 1, low: 0xab).description == "000000000000000100000000000000ab")
  }

  @Test func orderIsThatOfTheText() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<2000 {
      // Few distinct high words, so that the low word decides too.
      let a = ContentHash(high: UInt64(random.next(below: 3)), low: random.next())
      let b = ContentHash(high: UInt64(random.next(below: 3)), low: random.next())
      #expect((a < b) == (a.description < b.description), "\(a) \(b)")
    }
  }

  @Test func aTextIsItsUTF8() {
    for text in ["", "a", "小区噪音", "👨‍👩‍👧 e\u{301}", String(repeating: "汉字", count: 100)] {
      #expect(ContentHash(text, key: key) == hash(Array(text.utf8), key: key), "\(text)")
      #expect(ContentHash(text) == hash(Array(text.utf8)), "\(text)")
    }
    // Bytes count, not canonical equivalence.
    #expect(ContentHash("é") != ContentHash("e\u{301}"))
  }

  @Test func everyBitOfTheInputMovesAboutHalfOfTheOutput() {
    var random = SplitMix64(seed: 3)
    for length in [1, 7, 8, 9, 20] {
      let input = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let before = hash(input, key: key)
      for bit in 0..<8 * length {
        var changed = input
        changed[bit / 8] ^= 1 << UInt8(bit % 8)
        let after = hash(changed, key: key)
        let moved = (before.low ^ after.low).nonzeroBitCount + (before.high ^ after.high).nonzeroBitCount
        // 128 fair coins: 24...104 is more than seven standard deviations to both sides.
        #expect((24...104).contains(moved), "length \(length), bit \(bit): \(moved) bits")
      }
    }
  }

  @Test func everyBitOfTheKeyMatters() {
    let input = Array("居民来信".utf8)
    let before = hash(input, key: key)
    for bit in 0..<64 {
      #expect(hash(input, key: (key.0 ^ 1 << UInt64(bit), key.1)) != before, "bit \(bit)")
      #expect(hash(input, key: (key.0, key.1 ^ 1 << UInt64(bit))) != before, "bit \(64 + bit)")
    }
  }

  @Test func trailingZerosAndLengthMatter() {
    let hashes = (0..<40).map { hash([UInt8](repeating: 0, count: $0)) }
    #expect(Set(hashes).count == 40)
  }

  /// In whatever pieces of whole words the bytes come.
  @Test func piecesGiveTheHashOfTheWhole() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<200 {
      let bytes = (0..<random.next(below: 120)).map { _ in UInt8(random.next(below: 256)) }
      var hasher = ContentHasher(key: key)
      var rest = bytes[...]
      while rest.count >= 8 {
        let piece = Array(rest.prefix(8 * (1 + random.next(below: rest.count / 8))))
        piece.withUnsafeBytes { hasher.absorb(wordsOf: $0) }
        rest = rest.dropFirst(piece.count)
      }
      let found = Array(rest).withUnsafeBytes { hasher.finish(tail: $0) }
      #expect(found == hash(bytes, key: key), "\(bytes)")
    }
  }
}
