import MinyiModel

/// Seeded random texts of the kinds of characters that word boundary rules tell apart.
///
/// A text draws on a few kinds only, so that each meets itself and every other often.
struct MixedText {
  enum Kind: CaseIterable {
    case dictionaryWord, commonHan, rareHan, supplementaryHan, compatibilityHan, radical, wideHan
    case latin, accented, digits, otherDigits, kana, halfWidthKana, hangul, jamo, hebrew, arabic, thai, khmer
    case emoji, emojiSequence, skinTone, flag, keycap, joiner, mark, middle, quote, extender, space, lineEnd
    case format, punctuation, loneSurrogate, unassigned, anyUnit, anyScalar
  }

  var random: SplitMix64
  private let words: [[UInt16]]

  /// - Parameter words: of ICU's dictionary.
  init(seed: UInt64, words: [[UInt16]]) {
    random = SplitMix64(seed: seed)
    self.words = words
  }

  /// A text of up to `maximum` pieces.
  mutating func next(maximum: Int = 16) -> [UInt16] {
    let kinds = (0...random.next(below: 6)).map { _ in anyKind() }
    return (0..<random.next(below: maximum + 1)).flatMap { _ in
      piece(kinds[random.next(below: kinds.count)])
    }
  }

  mutating func anyKind() -> Kind { Kind.allCases[random.next(below: Kind.allCases.count)] }

  /// A word, a character or a sequence of `kind`.
  mutating func piece(_ kind: Kind) -> [UInt16] {
    switch kind {
    case .dictionaryWord: words[random.next(below: words.count)]
    case .commonHan: one(of: "的一是不了在人有我他这中大来上国小区路水电々〇")
    case .rareHan: one(in: [0x3400...0x4DBF, 0x4E00...0x9FFF, 0x9FA6...0x9FFF])
    case .supplementaryHan: one(in: [0x20000...0x2A6DF, 0x2A700...0x2EBE0, 0x30000...0x3134A])
    case .compatibilityHan: one(in: [0xF900...0xFAFF, 0x2F800...0x2FA1F, 0x3300...0x33FF])
    case .radical: one(in: [0x2E80...0x2FDF, 0x3021...0x3029, 0x3038...0x303B, 0x31C0...0x31E3])
    case .wideHan: one(in: [0x3200...0x32FF, 0x3190...0x319F, 0x3000...0x303F])
    case .latin: one(of: ["a", "wifi", "B2", "3a", "é", "я", "Ω", "Ａ", "ﬁ", "ª", "ⅷ", "𝐀", "ß"])
    case .accented: one(of: ["e\u{301}", "a\u{308}\u{323}", "中\u{301}", "か\u{3099}", "1\u{20E3}"])
    case .digits: one(of: ["1", "12.5", "1,000", "007", "１２", "3:4", "6'7", "½", "²"])
    case .otherDigits: one(of: ["٣", "۴", "५", "๕", "𝟙", "𞥐", "٫", "٬"])
    case .kana: one(in: [0x3041...0x309F, 0x30A0...0x30FF, 0x31F0...0x31FF, 0x1B000...0x1B122])
    case .halfWidthKana: one(in: [0xFF65...0xFF9F])
    case .hangul: one(in: [0xAC00...0xD7A3])
    case .jamo:
      one(in: [0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97C, 0xD7B0...0xD7FB, 0xFFA0...0xFFDC])
    case .hebrew: one(of: ["א", "של", "\u{5F3}", "\u{5F4}", "א\"ב", "ש\u{5C1}"])
    case .arabic: one(of: ["س", "مرحبا", "ﷺ", "\u{600}", "\u{640}", "۝"])
    case .thai: one(of: ["ไทย", "ก", "\u{E33}", "ภาษา", "๏", "ປະເທດ"])
    case .khmer: one(of: ["ខ្មែរ", "ក", "မြန်မာ", "က", "\u{17B4}", "ᥐ"])
    case .emoji: one(in: [0x1F300...0x1FAFF, 0x2600...0x27BF, 0x1F000...0x1F0FF, 0x2B00...0x2BFF])
    case .emojiSequence:
      one(of: ["👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}\u{200D}🔥", "☎\u{FE0E}", "🏴\u{E0067}\u{E007F}"])
    case .skinTone: one(in: [0x1F3FB...0x1F3FF])
    case .flag: one(in: [0x1F1E6...0x1F1FF])
    case .keycap: one(of: ["1\u{FE0F}\u{20E3}", "#\u{FE0F}\u{20E3}", "\u{FE0F}", "\u{20E3}"])
    case .joiner: one(of: ["\u{200D}", "\u{200C}", "\u{2060}", "\u{34F}"])
    case .mark:
      one(in: [0x300...0x36F, 0x3099...0x309A, 0x302A...0x302F, 0x20D0...0x20F0, 0xE0100...0xE01EF])
    case .middle: one(of: ".,:;·'’․‧︓︰，．：；﹒﹔＇\u{2019}\u{387}\u{37E}\u{589}")
    case .quote: one(of: "'\"“”＂＇")
    case .extender: one(of: "_‿⁀⁔︳﹍＿\u{202F}@-#")
    case .space:
      one(of: [" ", "  ", "\u{3000}", "\u{A0}", "\u{2003}", "\u{1680}", "\u{205F}", "\t", "\u{180E}"])
    case .lineEnd: one(of: ["\n", "\r\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"])
    case .format: one(of: "\u{200B}\u{FEFF}\u{AD}\u{200E}\u{202E}\u{2066}\u{FFF9}\u{0}\u{7F}\u{E0001}")
    case .punctuation: one(of: "，。！？、（）《》【】…—～￥%&+=/|^$<>~`©®™‼⁉ℹ↔〰〽㊗㊙")
    case .loneSurrogate: [UInt16(0xD800 + random.next(below: 0x800))]
    case .unassigned:
      one(in: [0x378...0x379, 0x2FE0...0x2FEF, 0xFFF0...0xFFF8, 0x1FC00...0x1FFFD, 0xE0080...0xE00FF])
    case .anyUnit: [UInt16(random.next(below: 0x10000))]
    case .anyScalar: one(in: [0...0xD7FF, 0xE000...0x10FFFF])
    }
  }

  private mutating func one(of texts: [String]) -> [UInt16] {
    Array(texts[random.next(below: texts.count)].utf16)
  }

  private mutating func one(of text: String) -> [UInt16] {
    let scalars = Array(text.unicodeScalars)
    return Array(String(scalars[random.next(below: scalars.count)]).utf16)
  }

  private mutating func one(in ranges: [ClosedRange<UInt32>]) -> [UInt16] {
    let range = ranges[random.next(below: ranges.count)]
    let value = range.lowerBound + UInt32(random.next(below: range.count))
    return Unicode.Scalar(value).map { Array(String($0).utf16) } ?? [UInt16(truncatingIfNeeded: value)]
  }
}
