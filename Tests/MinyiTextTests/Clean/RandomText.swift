import MinyiModel

/// Seeded random texts that put everything cleaning knows next to everything else.
struct RandomText {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// Pieces of text without markup (and without `（`, which with É would make a gloss): letters of many
  /// scripts, marks, compatibility forms, white space.
  static let plain: [String] = [
    "小区", "噪音", "擾", "協商", "爲", "苧", "苎", "鄉", "。", "，", "！", "《", "）", "：", "；", "“", "a", "B", "É", "e",
    "o", "H", "T", "İ", "ß", "ẞ", "Σ", "Ω", "Я", "1", "２", "Ａ", "ｂ", "か", "は", "ｶ", "ﾞ", "ﾟ", "が", "\u{3099}",
    "한",
    "\u{1112}", "\u{1161}", "\u{11AB}", "가", "\u{11A8}", "\u{301}", "\u{308}", "\u{323}", "\u{331}",
    "\u{338}",
    "\u{345}", "\u{5B0}", "😀", "👨\u{200D}👩\u{200D}👧", "👍🏽", "🇨🇳", "𠮷", "丽", "𝐀", "𑂙", "\u{110BA}", "㍿", "①",
    "½", "ﷺ", "´", "ﬁ", "ſ", "K", "㎡", "豈", "\u{2F800}", "…", "—", "~", " ", "\u{3000}", "\u{A0}", "\t",
    "\r\n",
    "\n", "\u{2028}", "\u{200B}", "\u{AD}", "\u{FE0F}", "\u{E0100}", "\u{202E}", "\u{7}", "\u{3164}",
    "\u{34F}",
    "\u{FEFF}", "\u{1D165}", "\u{0F71}", "\u{0F72}", "\u{9C7}", "\u{9BE}",
  ]

  /// Pieces of markup, links, marks and glosses, whole and broken.
  static let markup: [String] = [
    "<", ">", "/", "&", ";", "#", "@", "[", "]", "(", ")", "-", "b", "p", "br", "<b>", "</b>", "<br/>",
    "<p class=\"x\">",
    "<!--", "-->", "<script>", "</script>", "<style>", "</style>", "<td>", "＜br＞", "amp;", "lt;", "gt;",
    "&amp;", "&lt;",
    "&gt;", "&nbsp;", "&#59;", "&#38;", "&#769;", "&#x4e2d;", "&#65308;", "&#8203;", "&#x200D", "&acute;",
    "&semi;",
    "http://", "http:/", "https://", "www.", "www", ".cn", "/a?b=1", "[图片]", "[笑哭]", "图片", "#话题#", "@张三",
    "@user ", "(xié)", "（xie2）", "(AI)", "(ai)", "(a", "ié)", "ō", "2)", "〔手机〕", "〔", "手机", "〕",
  ]

  /// Pieces of personal data, whole and broken.
  static let personal: [String] = [
    "13812345678", "138", "1234", "5678", "-", " ", "+86", "86", "0086", "0731", "010", "88888888", "8888888",
    "12345",
    "0", "1", "9", "11010519491231002X", "110105", "19491231", "002X", "6222021234567894", "6222", "0212",
    "x", "X",
    "a", "zhang", "_", "@", "qq.com", "a@b.cn", ".", "微信", "QQ号", "QQ", "wx", "：", ":", "电话", "tel", "转", "湘",
    "京",
    "A", "B", "·", "警", "元", "万", "号", "是", "（", "）", "(", ")", "１３８", "２", "＠", "年", "〔手机〕", "，", "小区",
  ]

  /// A text of up to `maximum` pieces.
  mutating func next(of pieces: [String], maximum: Int = 24) -> String {
    (0..<generator.next(below: maximum + 1)).map { _ in pieces[generator.next(below: pieces.count)] }.joined()
  }
}
