import Minyi

/// A score term by term, for people.
struct ExplanationView {
  let explanation: TopicExplanation
  let language: Language

  private var topic: Topic { explanation.topic }
  private var agenda: Agenda { explanation.agenda }

  func text(width: Int) -> String {
    // The others rest on nearly all opinions of the topic.
    let shown: Set<CriterionName> = [.momentum, .severity, .actionability, .deliberation]
    let evidence = zip(topic.criteria, explanation.evidence).map { score, keys in
      keys.isEmpty || !shown.contains(score.name)
        ? [] : [language("          例 ", "          e.g. ") + keys.joined(separator: " ")]
    }
    let parts = [
      leftOut, [""], [table.text(width: width, below: evidence)], [sum], moves, sureness, route, dropped,
      quotes,
    ]
    return head + "\n" + parts.joined().joined(separator: "\n") + "\n"
  }

  private var head: String {
    if topic.rank == 0 {
      return language(
        "\(topic.label)：不在议题清单上，得分 \(oneDecimal(topic.score))，方案 \(agenda.profile)，共 \(agenda.topics.count) 个议题",
        "\(topic.label): not on the agenda, score \(oneDecimal(topic.score)), profile \(agenda.profile), "
          + "\(agenda.topics.count) topics")
    }
    return language(
      "\(topic.label)：第 \(topic.rank) 名（\(topic.rankLow)–\(topic.rankHigh)），得分 \(oneDecimal(topic.score))，"
        + "方案 \(agenda.profile)，共 \(agenda.topics.count) 个议题",
      "\(topic.label): rank \(topic.rank) (\(topic.rankLow)–\(topic.rankHigh)), score \(oneDecimal(topic.score)), "
        + "profile \(agenda.profile), \(agenda.topics.count) topics")
  }

  private var leftOut: [String] {
    explanation.reasonsLeftOut.map {
      language("未列入的原因：\($0.zh)", "left out: \($0.en)")
    }
  }

  private var table: TextTable {
    var table = TextTable(columns: [
      .init(title: language("标准", "criterion")), .init(title: language("原值", "raw"), isRight: true),
      .init(title: language("折算", "value"), isRight: true),
      .init(title: language("权重", "weight"), isRight: true),
      .init(title: language("得分", "points"), isRight: true),
      .init(title: language("依据", "because")),
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

  /// What would change the rank by one, and what is missing for the list.
  private var moves: [String] {
    var lines: [String] = []
    if let move = explanation.up {
      lines.append(sentence(move, language("升一名", "up one rank"), isUp: true))
    }
    if let move = explanation.down {
      lines.append(sentence(move, language("降一名", "down one rank"), isUp: false))
    }
    if let move = explanation.toList {
      lines.append(
        sentence(move, language("进前 \(agenda.first) 名", "into the first \(agenda.first)"), isUp: true))
      let behind = explanation.behind.prefix(3).map { name, points, other in
        language(
          "\(name.wording.zh) \(twoDecimals(points))（第 \(agenda.first) 名 \(twoDecimals(other))）",
          "\(name.wording.en) \(twoDecimals(points)) (rank \(agenda.first): \(twoDecimals(other)))")
      }
      lines.append(language("差在：", "behind in: ") + behind.joined(separator: language("、", ", ")))
    }
    return lines
  }

  private func sentence(_ move: RankMove, _ what: String, isUp: Bool) -> String {
    let other = language("第 \(move.rank) 名“\(move.label)”", "rank \(move.rank), “\(move.label)”")
    if move.isByQuota {
      return language(
        "\(what)：与\(other)的先后由每个主题的名额决定，不由得分", "\(what): \(other) stands there by the quota of its theme")
    }
    let subject = move.criterion.map { language($0.wording.zh, $0.wording.en) }
    let gap = twoDecimals(abs(move.gap))
    let head =
      isUp
      ? language(
        "\(what)：\(other)高 \(gap)" + (subject.map { "（\($0)折算值）" } ?? " 分"),
        "\(what): \(other) is \(gap) ahead" + (subject.map { " (value of \($0))" } ?? ""))
      : language(
        "\(what)：\(other)低 \(gap)" + (subject.map { "（\($0)折算值）" } ?? " 分"),
        "\(what): \(other) is \(gap) behind" + (subject.map { " (value of \($0))" } ?? ""))
    if move.gap == 0 {
      return language(
        "\(what)：\(other)同分，先后按人数、文本、条数、编号",
        "\(what): \(other) has the same score; order by people, texts, posts, number")
    }
    guard !move.levers.isEmpty else {
      return head + language("；单靠一项补不上", "; no single criterion makes up for it")
    }
    let levers = move.levers.map { lever in
      language(
        "\(lever.name.wording.zh) \(number(lever.raw)) → \(number(lever.needed)) \(unit(lever.unit))",
        "\(lever.name.wording.en) \(number(lever.raw)) → \(number(lever.needed)) \(lever.unit)")
    }
    return head + language("；其他不变，有一项即可：", "; any one of these would do: ")
      + levers.joined(separator: language("、", ", "))
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : twoDecimals(value)
  }

  private func unit(_ unit: String) -> String {
    switch unit {
    case "people": "人"
    case "texts": "种文本"
    case "places": "个地区（有效数）"
    case "months": "个月"
    case "likes": "个净赞"
    case "grade": "级"
    default: ""
    }
  }

  private var sureness: [String] {
    var lines: [String] = []
    if let share = topic.keptShare, topic.rank > 0 {
      let percent = Int((share * 100).rounded())
      lines.append(
        language(
          "权重各增减一半，\(percent)% 的情形在前 \(agenda.first) 名内",
          "weights moved by half: among the first \(agenda.first) in \(percent)% of draws"))
    }
    lines.append(
      language(
        "诉求方式：\(topic.posting.wording.zh)，\(topic.people) 人 \(topic.posts) 条，同一人最多 \(topic.busiest) 条",
        "raised by: \(topic.posting.wording.en), \(topic.people) people, \(topic.posts) posts, \(topic.busiest) by one person at most"
      ))
    if !topic.flags.isEmpty {
      lines.append(
        language("提示：", "flags: ")
          + topic.flags.map { language($0.wording.zh, $0.wording.en) }.joined(separator: language("；", "; ")))
    }
    if let rule = agenda.rule, let finding = topic.gathering {
      lines.append(
        language(
          "规则“\(rule.days) 天内至少 \(rule.people) 人”：\(finding.wording.zh)",
          "rule “\(rule.people) people within \(rule.days) days”: \(finding.wording.en)"))
    }
    return lines
  }

  private var route: [String] {
    let tier = topic.route.tier.wording
    let reason = topic.route.tierReason
    var lines = [
      language("建议层级：\(tier.zh)（\(reason.zh)）", "proposed tier: \(tier.en) (\(reason.en))")
    ]
    if let level = topic.route.level?.wording {
      let reason = topic.route.levelReason
      lines.append(
        language("建议级别：\(level.zh)，\(reason.zh)", "proposed level: \(level.en) (\(reason.en))"))
    }
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

  private var quotes: [String] {
    if explanation.quotes.isEmpty { return [] }
    return [language("群众原话：", "quotes:")]
      + explanation.quotes.map { "  “\($0.text.replacing("\n", with: " "))”  [\($0.opinion)]" }
  }
}

/// A number with two decimals, without the locale having a say.
func twoDecimals(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let fraction = abs(hundredths % 100)
  let sign = hundredths < 0 && hundredths > -100 ? "-" : ""
  return "\(sign)\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}
