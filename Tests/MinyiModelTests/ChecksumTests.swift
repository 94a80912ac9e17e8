import MinyiModel
import Testing

struct ChecksumTests {
  private func checksum(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes(Checksum.of) }

  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      (String(repeating: "民意，是一座桥。", count: 20), 0x27FC_8B87_4C92_D9E0),
    ] as [(String, UInt64)])
  func textsHaveTheirXXH64(text: String, expected: UInt64) { #expect(checksum(Array(text.utf8)) == expected) }

  /// The bytes 3, 10, 17, … of lengths around those that the algorithm treats in another way; computed with
  /// python-xxhash 4.1.0.
  @Test(
    arguments: [
      (1, 0x1F25_C8D0_BC1F_4BB6), (3, 0x31D2_363F_52E5_64C9), (4, 0x9BB6_4B7D_66EE_9FDA),
      (7, 0x9A7B_1499_59CE_60D8), (8, 0xDAB9_9D95_C6F9_0092), (12, 0xD52E_4078_33AF_5133),
      (31, 0xA2AA_5F33_CC4A_6119), (32, 0x23C3_C17E_F790_FD97), (33, 0x50A7_CFC7_BA58_8784),
      (63, 0x5E3E_54B4_31C7_493C), (64, 0x0EB6_4B3E_F6EE_B01F), (100, 0xA61F_8D4C_170F_E531),
      (1000, 0x5F23_5FA0_33F1_A3FB),
    ] as [(Int, UInt64)])
  func bytesHaveTheirXXH64(count: Int, expected: UInt64) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }
    #expect(checksum(bytes) == expected)
    // Wherever in memory they lie.
    for offset in 1...8 {
      let shifted = [UInt8](repeating: 0, count: offset) + bytes
      #expect(
        shifted.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[offset...])) } == expected)
    }
  }
}
