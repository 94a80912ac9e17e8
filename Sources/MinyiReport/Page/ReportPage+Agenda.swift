import MinyiAgenda
import MinyiModel

extension ReportPage {
  var agendaFields: Fields {
    let shown = Set(document.topics.map(\.topic.concern))
    return [
      "agendaNote": language(
        "共 \(Format.count(document.topicCount)) 个，列出前 \(document.topics.count) 个",
        "the first \(document.topics.count) of \(Format.count(document.topicCount))"),
      "criteria": usedCriteria.map { name in
        ["number": ScoreBar.number(of: name), "name": language(name.wording)] as Fields
      }, "themeOptions": themeOptions, "placeOptions": placeOptions,
      "tierOptions": Tier.allCases.map {
        ["id": $0.rawValue, "label": language($0.wording)] as Fields
      }, "rows": document.topics.map(row), "hasLenses": !document.lenses.isEmpty,
      "lenses": document.lenses.map { list in
        [
          "name": LensWords.name(list.lens, language), "note": LensWords.note(list.lens, language),
          "topics": list.topics.map { topic in
            [
              "id": Int(topic.concern.rawValue), "label": topic.label,
              "isShown": shown.contains(topic.concern),
              "number": language("编号 \(topic.concern.rawValue)", "no. \(topic.concern.rawValue)"),
              "value": language(
                "\(topic.people) 人 · \(Format.one(topic.score)) 分",
                "\(topic.people) people · \(Format.one(topic.score)) points"),
            ] as Fields
          },
        ] as Fields
      },
    ]
  }

  private var usedCriteria: [CriterionName] {
    let used = Set(document.topics.flatMap { $0.topic.criteria.filter { $0.weight > 0 }.map(\.name) })
    return CriterionName.allCases.filter { used.contains($0) }
  }

  private var themeOptions: [Fields] {
    let used = Set(document.topics.compactMap { $0.topic.theme.map { Int($0.rawValue) } })
    return document.themes.filter { used.contains($0.id) }.map { ["id": $0.id, "label": $0.label] }
  }

  /// Places of the topics that are shown, most opinions first.
  private var placeOptions: [String] {
    var counts: [String: Int] = [:]
    for place in document.topics.flatMap(\.places) { counts[place.place, default: 0] += place.count }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private func row(_ entry: ReportTopic) -> Fields {
    let topic = entry.topic
    return [
      "id": Int(topic.concern.rawValue), "rank": topic.rank,
      "interval": interval(topic.rankLow, topic.rankHigh),
      "label": topic.label, "theme": optional(entry.theme),
      "themeID": topic.theme.map { Int($0.rawValue) } ?? 0,
      "flags": topic.flags.map { flag in
        ["mark": language(flag.mark), "text": language(flag.wording)] as Fields
      }, "score": Format.one(topic.score), "scoreValue": Format.two(topic.score),
      "bar": ScoreBar(topic: topic, language: language).svg, "people": Format.count(topic.people),
      "peopleValue": topic.people, "texts": Format.count(topic.texts), "posts": Format.count(topic.posts),
      "postsValue": topic.posts, "spark": Sparkline(trend: entry.trend, language: language).svg,
      "recent": entry.trend.comparison?.count ?? 0, "tier": language(topic.route.tier.wording),
      "tierID": topic.route.tier.rawValue,
      "departments": topic.route.departments.map(\.name).joined(separator: language.comma),
      "places": JSONList.text(entry.places.map(\.place)), "rising": lensValue(topic, .rising),
      "lasting": lensValue(topic, .lasting), "severe": lensValue(topic, .severe),
    ]
  }

  /// What the page's lens orders by; 0 for a topic that it leaves out.
  private func lensValue(_ topic: Topic, _ lens: Lens) -> String {
    let value = lens.value(of: topic)
    return Format.thousandths(value)
  }
}
