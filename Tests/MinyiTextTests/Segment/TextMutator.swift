import MinyiModel

/// Changes texts at random, unit by unit: surrogate pairs and sequences are torn apart as well.
struct TextMutator {
  /// Own sentences that look like opinions, and such as mix scripts.
  static let seeds: [[UInt16]] = [
    "我家住在云峰路3号院2单元，楼下的烧烤店每天晚上11点半还在营业，油烟和噪音让人睡不着。",
    "2019年3月5日交的房，到现在整五年了，房产证办不下来，请问还要等几个十八个月？",
    "建议在5G基站旁边立一块牌子，写明辐射值（单位：μW/cm²）是多少。",
    "公交K12路早上7:30—8:15根本挤不上去，Wi-Fi也连不上😡😡。",
    "老人说：“晚上冻醒几回”，一床薄被，暖气片是摆设……",
    "孩子在龙津河边钓鱼，差点掉下去👨‍👩‍👧，护栏断了三个多月没人修🇨🇳。",
    "物业費每平米2.85元,實際服務卻沒有跟上,業主委員會也聯繫不到。",
    "see https://example.org/a_b?c=1&d=2 and mail to a.b-c@example.org，谢谢！",
    "停车场收费１５元／小时，ｅｔｃ不能用，①排队②堵车③吵架。",
    "カラオケ店がうるさい、한국어 안내판이 없다，ป้ายภาษาไทย也没有，שלט בעברית也没有。",
    "王芃恺说，水芯村到石桥镇的路，第三十二条岔口往下一百二十米就塌了一半。",
    "don't 3'4\" 1,000.50 a\u{301}e\u{308} ñ ½ ㎡ ℃ №５ ⅷ\u{FE0F}\u{20E3}#️⃣",
    "𠮷野家旁边的𡈽路，㐂囍堂对面，⼈⼝多，豈不是更堵？",
    "\r\n\t一、  二、\u{3000}三、\n\n\u{200B}\u{FEFF}完。",
  ].map { Array($0.utf16) }

  static let longest = 300

  var mixed: MixedText

  /// A seed text after one to twelve changes, spliced with `other`.
  mutating func next(with other: [UInt16]) -> [UInt16] {
    var text = TextMutator.seeds[below(TextMutator.seeds.count)]
    for _ in 0...below(12) { mutate(&text, other) }
    return Array(text.prefix(TextMutator.longest))
  }

  private mutating func mutate(_ text: inout [UInt16], _ other: [UInt16]) {
    switch below(8) {
    case 0, 1:
      // One kind, often several of it.
      let kind = mixed.anyKind()
      let place = below(text.count + 1)
      for _ in 0...below(3) { text.insert(contentsOf: mixed.piece(kind), at: place) }
    case 2: text.removeSubrange(range(in: text, longest: 6))
    case 3: text.replaceSubrange(range(in: text, longest: 4), with: mixed.piece(mixed.anyKind()))
    case 4: text.insert(contentsOf: text[range(in: text, longest: 12)], at: below(text.count + 1))
    case 5: text.replaceSubrange(range(in: text, longest: 8), with: other[range(in: other, longest: 20)])
    case 6 where text.count > 1: text.swapAt(below(text.count), below(text.count))
    default:
      guard !text.isEmpty else { return }
      let i = below(text.count)
      // Neighbours in the code charts are often of another class.
      text[i] = below(2) == 0 ? text[i] ^ (1 << UInt16(below(16))) : UInt16(below(0x10000))
    }
  }

  private mutating func range(in text: [UInt16], longest: Int) -> Range<Int> {
    let start = below(text.count + 1)
    return start..<min(text.count, start + below(longest + 1))
  }

  private mutating func below(_ bound: Int) -> Int { mixed.random.next(below: bound) }
}
