import MinyiText
import Testing

struct GlossStripperTests {
  private let cleaner = Cleaner()

  @Test(arguments: [
    ("協(xié)商", "协商"),
    ("协（xie2）商", "协商"),
    ("协(xie)商", "协商"),
    ("议(yì)事(shì)厅(tīng)", "议事厅"),
    ("绿(lǜ)化(hua4)，旅(lv3)客", "绿化,旅客"),
    ("绿(lü4)化", "绿化"),
    ("装(zhuāng)修", "装修"),
    ("玩(wánr)具，点(diǎnr)心", "玩具,点心"),
    ("光(ɡuānɡ)明", "光明"),
    ("协(xie\u{301})商", "协商"),
    ("协(ＸＩÉ)商", "协商"),
    ("协<b>(xié)</b>商", "协商"),
    ("协(x&iacute;n)商", "协商"),
    ("饿(è)了", "饿了"),
  ])
  func glosses(raw: String, expected: String) { expect(raw, expected) }

  @Test(arguments: [
    ("A(abc)", "a(abc)"),
    ("世卫组织(WHO)", "世卫组织(who)"),
    ("膜（PE）", "膜(pe)"),
    ("社区(xq)", "社区(xq)"),
    ("楼（D1）", "楼(d1)"),
    ("楼(a1)", "楼(a1)"),
    ("方案(a)", "方案(a)"),
    ("软件(app)", "软件(app)"),
    ("协 (xié)商", "协 (xié)商"),
    ("(xié)商", "(xié)商"),
    ("协(xié shāng)", "协(xié shāng)"),
    ("协(xié2)", "协(xié2)"),
    ("协(xíé)", "协(xíé)"),
    ("协(xie9)", "协(xie9)"),
    ("协(2)", "协(2)"),
    ("协()", "协()"),
    ("协(xié", "协(xié"),
    ("协xié)", "协xié)"),
    ("协(zhuangrr)", "协(zhuangrr)"),
    ("平台(online)", "平台(online)"),
    ("人工智能(AI)好", "人工智能 ai 好"),
    ("局域网(Lan)", "局域网 lan"),
  ])
  func noGlosses(raw: String, expected: String) { expect(raw, expected) }

  private func expect(_ raw: String, _ expected: String) {
    let text = cleaner.normalize(raw)
    #expect(text.units == Array(expected.utf16), "\(text.string.debugDescription)")
    #expect(cleaner.normalize(text.units).units == text.units)
  }
}
