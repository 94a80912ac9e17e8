import Mustache
import MinyiAgenda
import MinyiModel

extension ReportPage {
  /// The parts of all topics; they are most of the page.
  func topicFields(_ templates: PageTemplates) -> Fields {
    let texts = threads.map(count: document.topics.count, chunkSize: 8) { range in
      let words = PageWords.words(language)
      return range.map { i in
        var fields = topic(document.topics[i])
        fields["w"] = words
        return templates.library.render(fields, withTemplate: "topic") ?? ""
      }.joined()
    }
    return ["topics": texts.joined()]
  }

  private func topic(_ entry: ReportTopic) -> Fields {
    let topic = entry.topic
    let sum = entry.texts.reduce(0) { $0 + $1.posts }
    return [
      "id": Int(topic.concern.rawValue), "rank": topic.rank,
      "interval": interval(topic.rankLow, topic.rankHigh),
      "label": topic.label, "facts": facts(topic), "theme": optional(entry.theme),
      "themeID": topic.theme.map { Int($0.rawValue) } ?? 0, "hasFlags": !topic.flags.isEmpty,
      "flags": topic.flags.map { ["text": language($0.wording), "isThin": $0.isThin] as Fields },
      "score": Format.one(topic.score), "criteria": topic.criteria.map(criterion),
      "sureness": sureness(topic), "route": route(topic),
      "terms": entry.terms.isEmpty ? false as Any : entry.terms.joined(separator: language.comma),
      "trend": entry.trend.periods.isEmpty
        ? false as Any
        : TrendChart(
          trend: entry.trend, language: language,
          name: language("“\(topic.label)”逐期条数", "opinions on “\(topic.label)” by period"),
          hasBarNames: document.topics.count <= 60
        ).svg, "comparison": comparison(entry.trend), "places": optional(places(entry)),
      "placeNote": optional(placeNote(entry)), "quotes": entry.quotes.map(quote),
      "askNote": askNote(entry), "hasRequests": !entry.requests.isEmpty,
      "requests": entry.requests.map(quote), "hasTexts": !entry.texts.isEmpty,
      "textsTitle": language(
        "意见原文：最典型的 \(entry.texts.count) 种，含重复共 \(sum) 条（全部 \(topic.posts) 条）",
        "In full: the \(entry.texts.count) most typical texts, \(sum) posts with their copies (of \(topic.posts))"
      ),
      "texts": entry.texts.map(text), "hasBorderline": !entry.borderline.isEmpty,
      "borderlineTitle": language(
        "可能不属于本议题：与其余差得远的 \(entry.borderlineCount) 条"
          + (entry.borderline.count < entry.borderlineCount ? "，列出 \(entry.borderline.count) 条" : ""),
        "May belong elsewhere: \(entry.borderlineCount) much less like the rest"
          + (entry.borderline.count < entry.borderlineCount ? ", \(entry.borderline.count) shown" : "")),
      "borderline": entry.borderline.map(text),
    ]
  }

  private func facts(_ topic: Topic) -> String {
    language(
      "\(topic.people) 人 · \(topic.texts) 种文本 · \(topic.posts) 条 · \(topic.posting.wording.zh) · 编号 \(topic.concern.rawValue)",
      "\(topic.people) people · \(topic.texts) texts · \(topic.posts) posts · \(topic.posting.wording.en) · no. \(topic.concern.rawValue)"
    )
  }

  private func criterion(_ score: CriterionScore) -> Fields {
    [
      "number": ScoreBar.number(of: score.name), "name": language(score.name.wording),
      "raw": score.measure.isKnown
        ? UnitWords.text(score.measure, language) : language("无法判断", "cannot tell"),
      "value": Format.two(score.measure.value), "weight": Format.two(score.weight),
      "points": Format.two(score.points), "reason": language(score.measure.reason),
    ]
  }

  private func sureness(_ topic: Topic) -> String {
    let weights = topic.criteria.reduce(0) { $0 + $1.weight }
    var text = language(
      "得分 = 100 × Σ(权重 × 折算) ÷ Σ权重（\(Format.two(weights))）。",
      "Score = 100 × Σ(weight × value) ÷ Σ weight (\(Format.two(weights))). ")
    if topic.rankLow != topic.rankHigh {
      text += language(
        "换一批同样的群众来反映，十次里有九次在第 \(topic.rankLow)–\(topic.rankHigh) 名。",
        "With other people like these, nine times in ten between ranks \(topic.rankLow) and \(topic.rankHigh). "
      )
    }
    if let share = topic.keptShare {
      text += language(
        "权重各增减一半，\(Format.percent(share)) 的情形在前 \(document.method.first) 名内。",
        "Weights moved by half: among the first \(document.method.first) in \(Format.percent(share)) of draws."
      )
    }
    return text
  }

  private func route(_ topic: Topic) -> String {
    let tier = "\(language(topic.route.tier.wording))（\(language(topic.route.tierReason))）"
    let departments = topic.route.departments.map { department in
      language(
        "\(department.name)（\(department.count) 条提到\(department.terms.joined(separator: "、"))）",
        "\(department.name) (\(department.count) mention \(department.terms.joined(separator: ", ")))")
    }
    let level = topic.route.level.map { level in
      language(
        "级别\(level.wording.zh)（\(topic.route.levelReason.zh)）",
        "level \(level.wording.en) (\(topic.route.levelReason.en))")
    }
    return ([tier] + (level.map { [$0] } ?? []) + departments).joined(separator: language("；", "; "))
  }

  private func comparison(_ trend: Trend) -> String {
    var text: String
    if let now = trend.comparison {
      text = language("\(now.period)：\(now.count) 条", "\(now.period): \(now.count)")
      if let before = now.before {
        text += language(
          "；上期 \(before) 条，环比\(Change.text(now.count, from: before, language))",
          "; the period before \(before), \(Change.text(now.count, from: before, language))")
      }
      text +=
        now.yearAgo.map {
          language(
            "；去年同期 \($0) 条，同比\(Change.text(now.count, from: $0, language))",
            "; a year before \($0), \(Change.text(now.count, from: $0, language))")
        } ?? language("；没有去年同期可比", "; no year before to compare")
      if !trend.isLastWhole, let last = trend.periods.last, last != now.period {
        text += language("。\(last) 未满，不作比较", ". \(last) is not whole and not compared")
      }
    } else {
      text = language("没有日期，看不出走势", "no dates, no trend")
    }
    if trend.undated > 0 {
      text += language("；另有 \(trend.undated) 条没有日期", "; \(trend.undated) without a date")
    }
    return text + language("。", ".")
  }

  private func places(_ entry: ReportTopic) -> String? {
    guard !entry.places.isEmpty else { return nil }
    return BarChart(
      bars: entry.places.prefix(ReportPage.placeCount).map { ($0.place, $0.count) },
      label: language("各地区条数", "opinions by place")
    ).svg
  }

  /// Places with a bar of their own.
  private static var placeCount: Int { 10 }

  private func placeNote(_ entry: ReportTopic) -> String? {
    let others = entry.places.dropFirst(ReportPage.placeCount)
    var notes: [String] = []
    if !others.isEmpty {
      notes.append(
        language(
          "另有 \(others.count) 个地区共 \(others.reduce(0) { $0 + $1.count }) 条",
          "\(others.reduce(0) { $0 + $1.count }) in \(others.count) other places"))
    }
    if entry.unplaced > 0 {
      notes.append(language("\(entry.unplaced) 条没有写明地区", "\(entry.unplaced) without a place"))
    }
    return notes.isEmpty ? nil : notes.joined(separator: language("；", "; ")) + language("。", ".")
  }

  private func askNote(_ entry: ReportTopic) -> String {
    if entry.requestCount == 0 {
      return language("没有找到明确的请求。", "No explicit request was found.")
    }
    return language(
      "\(entry.requestCount) 条意见提出了明确请求，下面是最典型的几句原话。",
      "\(entry.requestCount) opinions ask for something; the most typical, verbatim:")
  }

  private func quote(_ quote: ReportQuote) -> Fields { ["text": quote.text, "opinion": quote.opinion] }

  private func text(_ text: FoldedText) -> Fields {
    let meta = [text.day, text.place].compactMap { $0 }.joined(separator: " · ")
    return [
      "opinion": text.opinion, "meta": meta.isEmpty ? false as Any : meta,
      "copies": text.posts > 1
        ? language("同样或相近的共 \(text.posts) 条", "\(text.posts) posts say the same or nearly") as Any : false,
      "title": text.title.isEmpty ? false as Any : text.title,
      "body": text.body.isEmpty ? false as Any : text.body,
    ]
  }
}
