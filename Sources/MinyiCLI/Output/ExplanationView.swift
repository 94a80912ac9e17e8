import Minyi

/// A score term by term, for people.
struct ExplanationView {
  let topic: Topic
  let agenda: Agenda
  let language: Language

  func text(width: Int) -> String {
    let head = language(
      "\(topic.label)：第 \(topic.rank) 名（\(topic.rankLow)–\(topic.rankHigh)），得分 \(oneDecimal(topic.score))，"
        + "方案 \(agenda.profile)，共 \(agenda.topics.count) 个议题",
      "\(topic.label): rank \(topic.rank) (\(topic.rankLow)–\(topic.rankHigh)), score \(oneDecimal(topic.score)), "
        + "profile \(agenda.profile), \(agenda.topics.count) topics")
    return head + "\n\n" + table.text(width: width) + "\n" + ([sum] + route + dropped).joined(separator: "\n")
      + "\n"
  }

  private var table: TextTable {
    var table = TextTable(columns: [
      .init(title: language("标准", "criterion")), .init(title: language("原值", "raw"), isRight: true),
      .init(title: language("折算", "value"), isRight: true),
      .init(title: language("权重", "weight"), isRight: true),
      .init(title: language("得分", "points"), isRight: true),
      .init(title: language("依据", "because"), isFlexible: true),
    ])
    table.rows = topic.criteria.map { score in
      [
        language(score.name.wording.zh, score.name.wording.en), twoDecimals(score.measure.raw),
        twoDecimals(score.measure.value), twoDecimals(score.weight), twoDecimals(score.points),
        language(score.measure.reason.zh, score.measure.reason.en),
      ]
    }
    return table
  }

  private var sum: String {
    let weights = twoDecimals(topic.criteria.reduce(0) { $0 + $1.weight })
    return language(
      "得分 = 100 × Σ(权重 × 折算) ÷ Σ权重（\(weights)）= \(twoDecimals(topic.score))",
      "score = 100 × Σ(weight × value) ÷ Σ weight (\(weights)) = \(twoDecimals(topic.score))")
  }

  private var route: [String] {
    let tier = topic.route.tier.wording
    let reason = topic.route.tierReason
    var lines = [
      language("建议层级：\(tier.zh)（\(reason.zh)）", "proposed tier: \(tier.en) (\(reason.en))")
    ]
    lines += topic.route.departments.map { department in
      language(
        "建议部门：\(department.name)（\(department.count) 条提到 \(department.terms.joined(separator: "、"))）",
        "proposed department: \(department.name) (\(department.count) mention \(department.terms.joined(separator: ", ")))"
      )
    }
    return lines
  }

  private var dropped: [String] {
    agenda.dropped.map { dropped in
      language(
        "未计入：\(dropped.name.wording.zh)，\(dropped.reason.zh)",
        "not counted: \(dropped.name.wording.en), \(dropped.reason.en)")
    }
  }
}

/// A number with two decimals, without the locale having a say.
func twoDecimals(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let fraction = abs(hundredths % 100)
  let sign = hundredths < 0 && hundredths > -100 ? "-" : ""
  return "\(sign)\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
