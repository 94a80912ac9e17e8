import MinyiAgenda
import MinyiModel
import MinyiReport
import MinyiStore

extension Workspace {
  /// 社情民意专报: what residents raised in a period, beside the period before and the same one a year before.
  public func brief(of period: BriefPeriod, _ options: ReportOptions = ReportOptions()) throws
    -> BriefDocument
  {
    let builder = try ReportBuilder(self, options)
    let counts = PeriodCounts(builder, period)
    guard counts.all.now > 0 else {
      throw MinyiError(
        "\(period.name) 没有带日期的意见。\(builder.timeline.names.isEmpty ? "" : "数据为 \(builder.timeline.names.first ?? "") 至 \(builder.timeline.names.last ?? "")。")(no opinions in that period)",
        exitCode: 66)
    }
    return try PeriodBrief(builder: builder, period: period, counts: counts).document()
  }
}

/// Words the bulletin of a period.
struct PeriodBrief {
  let builder: ReportBuilder
  let period: BriefPeriod
  let counts: PeriodCounts

  private static let topCount = 10
  private static let quotedCount = 3
  private static let groupCount = 12

  private var language: ReportLanguage { builder.options.language }

  func document() throws -> BriefDocument {
    let quotes = try self.quotes()
    return BriefDocument(
      form: .bulletin, language: language,
      title: language("社情民意专报", "Bulletin of residents' opinions"),
      subtitle: language(
        "\(period.chineseName)　共 \(counts.all.now) 条意见", "\(period.name) · \(counts.all.now) opinions"),
      parts: [
        .init(language("一、总体情况", "1. Overview"), [.text(overview)]),
        .init(
          language("二、反映最集中的诉求", "2. Raised most"),
          [table(Array(counts.concerns.prefix(PeriodBrief.topCount)), people: true)] + quotes),
        .init(
          language("三、明显增多的诉求", "3. Rising"),
          list(counts.rising, language("没有明显增多的诉求。", "No concern rose clearly."))
            + [.text(risingNote)]),
        .init(
          language("四、沉寂后再次出现的诉求", "4. Back after silence"),
          list(counts.returned, language("没有沉寂后再次出现的诉求。", "No concern came back after silence."))
            + [
              .text(
                language(
                  "指此前出现过、前两期没有、本期又有两条及以上的。",
                  "Raised before, not in the two periods before, now twice or more."))
            ]),
        .init(language("五、分地区", "5. By place"), list(counts.places, language("意见没有写明地区。", "No places."))),
        .init(language("六、分主题", "6. By theme"), list(counts.themes, language("没有主题。", "No themes."))),
      ],
      note: language(
        "由民意 Minyi 生成。环比与上期（\(period.before.name)）相比，同比与去年同期（\(period.yearAgo.name)）相比；基数不足 10 条的只列增减条数。"
          + "诉求点按用词归并，引文为群众原话，印发前请再核对一遍。",
        "Made by Minyi. Compared with the period before (\(period.before.name)) and the year before (\(period.yearAgo.name)); "
          + "below 10 only the difference is given. Quotes are verbatim; check them before passing this on."))
  }

  private var overview: String {
    let all = counts.all
    var text = language(
      "本期 \(counts.people) 人提出 \(all.now) 条意见",
      "\(all.now) opinions of \(counts.people) people")
    text += language(
      "，上期 \(all.before) 条（环比\(change(all.now, all.before))），去年同期 \(all.yearAgo) 条（同比\(change(all.now, all.yearAgo))）。",
      "; \(all.before) in the period before (\(change(all.now, all.before))), \(all.yearAgo) a year before (\(change(all.now, all.yearAgo))). "
    )
    text += language(
      "其中 \(counts.gathered) 条归入 \(counts.concerns.count) 个诉求点。",
      "\(counts.gathered) of them belong to \(counts.concerns.count) concerns.")
    if let period = builder.timeline.range,
      Timeline.name(of: period.upperBound, builder.timeline.period) == self.period.name,
      !builder.timeline.isLastWhole
    {
      text += language("本期数据未满，环比、同比仅供参考。", " The period is not whole: compare with care.")
    }
    return text
  }

  /// The number, or a dash where the collection does not reach back.
  private func change(_ now: Int, _ before: Int) -> String {
    before == 0 && now == 0 ? "–" : Change.text(now, from: before, language)
  }

  private var head: [String] {
    [
      language("条数", "Posts"), language("上期", "Before"), language("环比", "Change"),
      language("去年同期", "Year ago"), language("同比", "Change"),
    ]
  }

  private func table(_ rows: [PeriodCounts.Row], people: Bool = false) -> BriefDocument.Block {
    .table(
      head: [language("名称", "Name")] + (people ? [language("人数", "People")] : []) + head,
      rows: rows.map { row in
        [row.name] + (people ? ["\(row.people)"] : []) + [
          "\(row.now)", "\(row.before)", change(row.now, row.before), "\(row.yearAgo)",
          change(row.now, row.yearAgo),
        ]
      })
  }

  private func list(_ rows: [PeriodCounts.Row], _ none: String) -> [BriefDocument.Block] {
    rows.isEmpty ? [.text(none)] : [table(Array(rows.prefix(PeriodBrief.groupCount)))]
  }

  private var risingNote: String {
    language(
      "指本期至少 5 条，且按两期总量推算，偶然达到这么多的可能不足 5% 的。",
      "Five or more now, and less than a 5 % chance of so many, given the volume of both periods.")
  }

  /// A quote of the period for each of the first concerns: the beginning of its most typical opinion.
  private func quotes() throws -> [BriefDocument.Block] {
    let shown = counts.concerns.prefix(PeriodBrief.quotedCount).compactMap { row in
      row.typical.map { (row: row, opinion: $0) }
    }
    let stored = try builder.workspace.store.opinions(shown.map(\.opinion))
    let quotes = zip(shown, stored).map { shown, stored in
      let text = stored.opinion.body.isEmpty ? stored.opinion.title : stored.opinion.body
      return ReportQuote(
        text: text.split(whereSeparator: \.isNewline).joined(separator: " ").shortened(to: 90),
        opinion: stored.opinion.key)
    }
    return quotes.isEmpty ? [] : [.quotes(quotes)]
  }
}
