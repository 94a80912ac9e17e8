import MinyiText
import Testing

struct MarkupStripperTests {
  private let cleaner = Cleaner()

  @Test(arguments: [
    ("<p>第一段</p><p>第二段</p>", "第一段\n第二段"),
    ("一<br>二<BR/>三<br />四", "一\n二\n三\n四"),
    ("<div class=\"a b\" id=x hidden>文</div>", "文"),
    ("很<b>重</b>要", "很重要"),
    ("<font color='red' size=3>红</font>", "红"),
    ("<p style=\"font-family:宋体\">文</p>", "文"),
    ("<p style=font-family:宋体>文</p>", "文"),
    ("<a href=\"http://a.cn/b?c=1&d=2\">网</a>页", "网页"),
    ("<a href=http://a.cn/b target=_blank>网</a>页", "网页"),
    ("<tr><td>甲</td><td>乙</td></tr>", "甲 乙"),
    ("<o:p></o:p>文<st1:chsdate year=\"2019\">年</st1:chsdate>", "文年"),
    ("＜ｂｒ＞文", "文"),
    ("前<!-- 说明 <b>粗</b> 5 > 3 -->后", "前后"),
    ("前<!--[if gte mso 9]><xml>x</xml><![endif]-->后", "前后"),
    ("前<script type=\"text/javascript\">if (a<b && c>d) { x(\"<p>\"); }</script>后", "前后"),
    ("前<style>p { margin: 0 }</style>后", "前后"),
    ("前<script><!-- x //--></script>后", "前后"),
    ("前<script>x</style>y</script>后", "前后"),
    ("<!DOCTYPE html><html><body>文</body></html>", "文"),
    ("<?xml version=\"1.0\"?>文", "文"),
    ("<<b>br>文", "文"),
    ("前<b\u{200B}r>后", "前\n后"),
    ("e<b></b>\u{301}", "é"),
    ("가<b></b>\u{11A8}", "각"),
  ])
  func tags(raw: String, expected: String) { expect(raw, expected) }

  @Test(arguments: [
    "3<5 且 7>6", "若a<b 且c>d", "<办法(试行)>", "<a市住房办法>", "a<b", "a>b", "<", ">", "<>", "</>", "< p >", "<abc>",
    "<b 重要>", "<p class=\"没有结尾>", "<!-- 没有结尾", "-->", "<script>没有结尾", "<1>", "->", "<-",
  ])
  func noTags(raw: String) { expect(raw, raw) }

  @Test(arguments: [
    ("甲&nbsp;乙&NBSP;丙", "甲 乙 丙"),
    ("a&amp;b&lt;c&gt;d&quot;e&#39;f", "a&b<c>d\"e'f"),
    ("&#x4e2d;&#X56FD;&#20013;", "中国中"),
    ("&hellip;&mdash;&ldquo;好&rdquo;", "...—“好”"),
    ("&amp;lt;", "<"),
    ("&amp;amp;amp;nbsp;文", "文"),
    ("&lt;br&gt;文", "文"),
    ("＆ｎｂｓｐ；文", "文"),
    ("&#65313;&#12288;&#x3000;文", "a 文"),
    ("e&#769;", "é"),
    ("&#101;\u{301}", "é"),
    ("&#101;&#8203;\u{301}", "é"),
    ("好&#128512;好", "好😀好"),
    ("&#59&#59;", ";"),
  ])
  func entities(raw: String, expected: String) { expect(raw, expected) }

  @Test(arguments: [
    "&", "&;", "a&b;c", "&nosuch;", "&#;", "&#x;", "&#0;", "&#xd800;", "&#1114112;", "&#99999999999;",
    "&#-5;", "&#+65;",
    "r&d", "&nbsp", "&amp ;", "a;b", ";", "&toolongtobeaname;",
  ])
  func noEntities(raw: String) { expect(raw, raw) }

  @Test func deepNestsTakeNoDeepStack() {
    let count = 20_000
    expect(String(repeating: "<", count: count) + String(repeating: "b>", count: count), "")
    expect("&" + String(repeating: "amp;", count: count) + "lt;", "<")
    expect(String(repeating: "&#59", count: count) + ";", ";")
    expect(String(repeating: "@张", count: count) + " 好", "好")
  }

  private func expect(_ raw: String, _ expected: String) {
    let text = cleaner.normalize(raw)
    #expect(text.units == Array(expected.utf16), "\(text.string.prefix(200).debugDescription)")
  }
}
