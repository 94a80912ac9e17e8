import MinyiIndex
import MinyiModel
import MinyiText
import MinyiTopics
import Testing

struct BoundaryModelTests {
  /// The best label candidate of one concern whose titles are `titles`, in a collection that holds `others` as well.
  private func best(_ titles: [String], others: [String]) throws -> String {
    let texts = try CivicTexts(titles: titles + others)
    let concern = try #require(texts.concerns.first { $0.members.contains { $0.index == 0 } })
    let labeler = Labeler(
      rules: texts.rules, vocabulary: texts.vocabulary, vectors: texts.vectors, boundaries: texts.boundaries)
    return try #require(labeler.candidates(for: concern, title: texts.title, body: texts.body).first?.text)
  }

  @Test func aPhraseDoesNotEndInsideANameThatIsAlwaysWhole() throws {
    // 砂子塘 is cut in two by the segmenter, and is one name wherever it stands.
    let titles = (1...4).map { "万境小学\($0)年级学生走砂子塘路上学太危险" }
    let others = ["砂子塘路积水", "砂子塘路没有路灯", "请修砂子塘路", "公园的长椅坏了", "菜场地面湿滑"]
    let label = try best(titles, others: others)
    #expect(!label.hasSuffix("砂子") && !label.hasSuffix("砂子塘"), "\(label)")
  }

  @Test func aClauseGoesOnBehindAnOpeningQuote() throws {
    // The same words with the quotation, and with the clause at its end.
    let others = ["星城首府停水", "星城首府电梯坏了", "房子变小", "精装修差", "公园的长椅坏了", "菜场地面湿滑"]
    func titles(_ end: String) -> [String] { ["", "请看", "反映"].map { $0 + "星城首府房子变" + end } }
    let open = try best(titles("“毛坯”"), others: others)
    #expect(!open.hasSuffix("变"), "\(open)")
    let closed = try best(titles("！"), others: others)
    #expect(closed.hasSuffix("变"), "\(closed)")
  }

  @Test func aPhraseWithItsMatterComesBeforeTheBareName() throws {
    let titles = ["幸福小区电梯经常停运", "幸福小区电梯经常停运怎么办", "幸福小区的电梯经常停运"]
    let label = try best(titles, others: ["公园的长椅坏了", "菜场地面湿滑", "路灯不亮", "幸福小区绿化好"])
    #expect(label.contains("停运"), "\(label)")
  }
}
