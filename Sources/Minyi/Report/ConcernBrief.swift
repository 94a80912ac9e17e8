import MinyiAgenda
import MinyiModel
import MinyiReport

extension Workspace {
  /// 议题建议表: one concern on one page for the meeting.
  public func brief(of id: ConcernID, _ options: ReportOptions = ReportOptions()) throws -> BriefDocument {
    let results = try results()
    guard results.concerns.contains(where: { $0.id == id }) else {
      throw MinyiError.unknownConcern("\(id.rawValue)")
    }
    let builder = try ReportBuilder(self, options, results: results)
    guard let topic = builder.agenda.topic(of: id) else {
      throw MinyiError(
        "诉求点 \(id.rawValue) 已隐藏，先用 minyi edit \(id.rawValue) --unhide 恢复。(the concern is hidden)",
        exitCode: 66)
    }
    let entry = try ReportTopicBuilder(builder).topics([topic][...])[0]
    return ConcernBrief(entry: entry, builder: builder).document
  }
}

/// Words one topic for the meeting.
struct ConcernBrief {
  let entry: ReportTopic
  let builder: ReportBuilder

  private static let quoteCount = 3
  private static let requestCount = 4
  private static let placeCount = 6

  private var language: ReportLanguage { builder.options.language }
  private var topic: Topic { entry.topic }

  var document: BriefDocument {
    BriefDocument(
      form: .sheet, language: language, title: language("议题建议表", "Proposal for a topic"),
      subtitle: language("编号 \(topic.concern.rawValue)", "No. \(topic.concern.rawValue)")
        + (entry.theme.map { language("　主题：\($0)", " · theme: \($0)") } ?? ""),
      parts: [
        .init(language("议题名称", "Topic"), [.text(topic.label)]),
        .init(language("背景与现状", "Background"), background),
        .init(language("群众原话", "In residents' words"), [.quotes(quotes)]),
        .init(language("集中诉求", "What they ask for"), [requests]),
        .init(language("涉及地区与部门", "Places and departments"), [.text(places), .text(departments)]),
        .init(language("建议协商层级", "Proposed tier"), [.text(tier)]),
        .init(language("建议参加方", "Who should take part"), [.text(participants)]),
        .init(language("依据", "Grounds"), grounds),
      ],
      note: language(
        "由民意 Minyi 生成。引文为群众原话，方括号内是意见编号；部门、层级按用词推断，排名供讨论参考。个人信息已按导入时的设置处理，印发前请再核对一遍。",
        "Made by Minyi. Quotes are verbatim, with the ids of the opinions; departments and tier go by words. Check for "
          + "personal data before passing it on."))
  }

  private var background: [BriefDocument.Block] {
    let trend = entry.trend
    let dated = zip(trend.periods, trend.counts).filter { $0.1 > 0 }
    var text = language(
      "\(topic.people) 人提出 \(topic.posts) 条意见（\(topic.texts) 种文本，\(topic.posting.wording.zh)）",
      "\(topic.posts) opinions of \(topic.people) people (\(topic.texts) texts; \(topic.posting.wording.en))")
    if let first = dated.first?.0, let last = dated.last?.0 {
      text += language(
        "，最早 \(first)，最近 \(last)，共 \(dated.count) 期有反映",
        ", first in \(first), last in \(last), in \(dated.count) periods")
    }
    var blocks: [BriefDocument.Block] = [.text(text + language("。", "."))]
    if let now = trend.comparison {
      var text = language("\(now.period) 有 \(now.count) 条", "\(now.period): \(now.count)")
      if let before = now.before { text += language("，上期 \(before) 条", ", the period before \(before)") }
      if let yearAgo = now.yearAgo { text += language("，去年同期 \(yearAgo) 条", ", a year before \(yearAgo)") }
      blocks.append(.text(text + language("。", ".")))
    }
    if !topic.flags.isEmpty {
      let flags = topic.flags.map { language($0.wording) }.joined(separator: language("；", "; "))
      blocks.append(.text(language("提示：\(flags)。", "Note: \(flags).")))
    }
    return blocks
  }

  private var quotes: [ReportQuote] { Array(entry.quotes.prefix(ConcernBrief.quoteCount)) }

  private var requests: BriefDocument.Block {
    entry.requests.isEmpty
      ? .text(language("意见中没有明确的请求。", "No opinion asks for something explicitly."))
      : .quotes(Array(entry.requests.prefix(ConcernBrief.requestCount)))
  }

  private var places: String {
    if entry.places.isEmpty { return language("地区：意见没有写明地区。", "Places: the opinions name none.") }
    let shown = entry.places.prefix(ConcernBrief.placeCount).map {
      language("\($0.place)（\($0.count)）", "\($0.place) (\($0.count))")
    }
    let list = shown.joined(separator: language("、", ", "))
    return entry.places.count > shown.count
      ? language(
        "地区：\(list)等 \(entry.places.count) 处。",
        "Places: \(list) and \(entry.places.count - shown.count) more.")
      : language("地区：\(list)。", "Places: \(list).")
  }

  private var departments: String {
    if topic.route.departments.isEmpty {
      return language("部门：用词没有指向具体部门，请人工确定。", "Departments: the words point to none; please decide.")
    }
    let names = topic.route.departments.map {
      language("\($0.name)（\($0.count) 条提到）", "\($0.name) (\($0.count) mention it)")
    }
    return language("部门：\(names.joined(separator: "、"))。", "Departments: \(names.joined(separator: ", ")).")
  }

  private var tier: String {
    let route = topic.route
    var text = language(
      "\(route.tier.wording.zh)（\(route.tierReason.zh)）",
      "\(route.tier.wording.en) (\(route.tierReason.en))")
    if let level = route.level?.wording {
      text += language(
        "；级别：\(level.zh)（\(route.levelReason.zh)）", "; level: \(level.en) (\(route.levelReason.en))")
    }
    return text
  }

  private var participants: String {
    let departments = topic.route.departments.map(\.name)
    let places = entry.places.prefix(3).map(\.place)
    let offices =
      departments.isEmpty
      ? language("承办部门（待定）", "the department in charge (to be decided)")
      : departments.joined(separator: language("、", ", "))
    let hosts =
      places.isEmpty
      ? language("有关镇街、村（社区）", "the towns concerned")
      : places.joined(separator: language("、", ", ")) + language("等有关镇街、村（社区）", "")
    return language(
      "\(offices)；\(hosts)；从 \(topic.people) 位反映人中推选的群众代表；熟悉此类问题的委员、专家。",
      "\(offices); \(hosts); residents chosen from the \(topic.people) who wrote; members and experts of the field."
    )
  }

  private var grounds: [BriefDocument.Block] {
    let agenda = builder.agenda
    let score = Decimals.one(topic.score)
    let rank =
      topic.rank == 0
      ? language("不在清单上", "not on the agenda")
      : language(
        "共 \(agenda.topics.count) 个议题中第 \(topic.rank) 名（\(topic.rankLow)–\(topic.rankHigh)）",
        "rank \(topic.rank) (\(topic.rankLow)–\(topic.rankHigh)) of \(agenda.topics.count)")
    let reasons = topic.criteria.filter { $0.points > 0 }.sorted { $0.points > $1.points }.prefix(4).map {
      language(
        "\($0.name.wording.zh) \(Decimals.one($0.points)) 分：\($0.measure.reason.zh)",
        "\($0.name.wording.en) \(Decimals.one($0.points)): \($0.measure.reason.en)")
    }
    return [
      .text(
        language(
          "得分 \(score)（满分 100），\(rank)，方案 \(agenda.profile)。",
          "Score \(score) of 100, \(rank), profile \(agenda.profile).")),
      .list(reasons),
    ]
  }
}
