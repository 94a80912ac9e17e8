import MinyiText
import Testing

struct LinkStripperTests {
  private let cleaner = Cleaner()

  @Test(arguments: [
    ("见http://a.cn/b/c.html?d=1&e=2#f 第三条", "见 第三条"),
    ("见https://www.a.gov.cn/x，请看", "见 ,请看"),
    ("见HTTP://A.CN/X。", "见 。"),
    ("见www.a.cn。", "见 。"),
    ("见 www.a.cn/b. 好", "见 . 好"),
    ("见ftp://a.cn/b好", "见 好"),
    ("(http://a.cn/b)好", "( )好"),
    ("http://a.cn/b&nbsp;好", "好"),
    ("ｈｔｔｐ://a.cn好", "好"),
    ("http://a.cn", ""),
    ("见http://", "见"),
  ])
  func links(raw: String, expected: String) { expect(raw, expected) }

  @Test(arguments: ["awww.a", "http:/a.cn", "://a", "ww.a.cn", "1.5和2.5", "和/或", "ipv6", "www"])
  func noLinks(raw: String) { expect(raw, raw) }

  @Test(arguments: [
    ("太吵了[图片]真的", "太吵了 真的"),
    ("太吵了［圖片］", "太吵了"),
    ("[视频][笑哭][OK]好", "好"),
    ("#物业乱收费#请管管", "物业乱收费请管管"),
    ("＃垃圾分类＃", "垃圾分类"),
    ("@长沙发布 请看", "请看"),
    ("请@长沙发布 @user_1\n看", "请\n看"),
    ("@张三[图片]好", "好"),
    ("电话〔手机〕请回", "电话 请回"),
    ("#甲&#32;乙#丙丁#", "#甲 乙丙丁"),
  ])
  func marks(raw: String, expected: String) { expect(raw, expected) }

  @Test(arguments: [
    "[政府发文]", "[2017]5号", "[1]", "[]", "]", "[图片", "【图片】", "3#楼和5#楼", "1#、2#井", "#", "##", "#1#2#", "a#话题#b",
    "#话题,好#", "邮箱a@b 好", "@张三", "@ 好", "@", "〔2019〕5号", "〔手机",
  ])
  func noMarks(raw: String) { expect(raw, raw) }

  private func expect(_ raw: String, _ expected: String) {
    let text = cleaner.normalize(raw)
    #expect(text.units == Array(expected.utf16), "\(text.string.debugDescription)")
  }
}
