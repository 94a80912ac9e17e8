import CICU

/// Finds the encoding of a file without a byte order mark.
///
/// Strict UTF-8 has been ruled out before. First UTF-16, if there are NUL bytes. Then damaged UTF-8, GB18030 or Big5 by the share of
/// characters that are among the most frequent of Chinese: read in the wrong one, hardly any is (own design; ICU's
/// detector decides only where the shares are too close to tell).
enum EncodingDetector {
  private static let sampleByteCount = 1 << 18

  /// The encoding of a file that is not strict UTF-8, as `flaw` shows, an offset from `UTF8Check.firstFlaw`; nil if it
  /// is not text, or in an encoding that must be named.
  static func encoding(of bytes: UnsafeRawBufferPointer, firstFlaw flaw: Int) -> TextEncoding? {
    let head = UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleByteCount))
    let zeroCount = head.reduce(0) { $1 == 0 ? $0 + 1 : $0 }
    if zeroCount > 0 {
      if let wide = utf16(head) { return wide }
      // A stray NUL spoils its row; more of them are no text.
      if zeroCount * 1000 > head.count + 1000 { return nil }
    }
    return byCharacters(sample(of: bytes, around: flaw))
  }

  /// The sample from some line before the first flaw: what comes before the flaw is evidence for UTF-8, if it is more
  /// than ASCII.
  private static func sample(of bytes: UnsafeRawBufferPointer, around flaw: Int) -> UnsafeRawBufferPointer {
    var start = max(0, flaw - sampleByteCount / 4)
    while start > 0, start < flaw, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start += 1 }
    return UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(sampleByteCount))
  }

  /// UTF-16 in one of its byte orders, if nearly all units are Han, ASCII or CJK punctuation.
  private static func utf16(_ sample: UnsafeRawBufferPointer) -> TextEncoding? {
    let unitCount = sample.count / 2
    guard unitCount > 0 else { return nil }
    func usualShare(highByte: Int) -> Double {
      var usual = 0
      for i in 0..<unitCount {
        let unit = UInt16(sample[2 * i + highByte]) << 8 | UInt16(sample[2 * i + 1 - highByte])
        switch unit {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x3000...0x303F, 0x4E00...0x9FFF, 0xFF00...0xFFEF,
          0x2010...0x2026:
          usual += 1
        default: break
        }
      }
      return Double(usual) / Double(unitCount)
    }
    let little = usualShare(highByte: 1)
    let big = usualShare(highByte: 0)
    if max(little, big) < 0.9 { return nil }
    return little >= big ? .utf16LE : .utf16BE
  }

  /// UTF-8 with damaged bytes, GB18030, Big5, or nil.
  private static func byCharacters(_ sample: UnsafeRawBufferPointer) -> TextEncoding? {
    // Chinese text of another encoding read as UTF-8 has more invalid bytes than valid sequences.
    let utf8 = UTF8Check.counts(sample)
    if utf8.invalid == 0 || utf8.multibyte >= 4 * utf8.invalid { return .utf8 }
    let readings = [TextEncoding.utf8, .gb18030, .big5].map {
      (encoding: $0, reading: CommonCharacters.reading(sample, as: $0))
    }
    let readable = readings.filter { $0.reading.invalidShare < ($0.encoding == .utf8 ? 0.4 : 0.1) }
    guard let best = readable.max(by: { $0.reading.commonShare < $1.reading.commonShare }) else {
      // Text that is nearly all ASCII: its few odd bytes spoil their rows.
      return utf8.invalid * 50 < sample.count ? .utf8 : nil
    }
    let rivals = readable.filter { best.reading.commonShare - $0.reading.commonShare < 0.05 }.map(\.encoding)
    if rivals.count == 1 { return best.encoding }
    if rivals.contains(.big5), guessOfICU(sample) == TextEncoding.big5.name { return .big5 }
    return rivals.contains(.gb18030) ? .gb18030 : best.encoding
  }

  private static func guessOfICU(_ sample: UnsafeRawBufferPointer) -> String? {
    var status: Int32 = 0
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { name in
      let text = sample.assumingMemoryBound(to: UInt8.self)
      let confidence = cicu_detect_encoding(
        text.baseAddress, Int32(text.count), name.baseAddress, 64, &status)
      guard status <= 0, confidence >= 50, let start = name.baseAddress else { return nil }
      return String(cString: start)
    }
  }
}
