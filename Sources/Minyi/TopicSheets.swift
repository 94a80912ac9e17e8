import MinyiAgenda
import MinyiFiles
import MinyiModel

/// The sheets with a row a topic.
struct TopicSheets {
  let topics: [TopicDetail]
  let all: [Topic]
  let themes: [ThemeID: String]

  /// Charts on one sheet: more make the workbook slow to open.
  private static let chartCount = 30
  /// The last months shown.
  private static let monthCount = 36

  var agenda: SheetDraft {
    SheetDraft(
      ResultWorkbook.Name.agenda,
      columns: [
        .init("排名", width: 7), .init("排名范围", width: 10), .init("问题ID", width: 8),
        .init("候选议题", width: 40, isWrapped: true), .init("主题", width: 22, isWrapped: true),
        .init("得分", width: 8), .init("人数", width: 8), .init("文本", width: 8), .init("条数", width: 8),
        .init("层级", width: 12), .init("建议部门", width: 30, isWrapped: true),
        .init("层级理由", width: 40, isWrapped: true), .init("稳", width: 8), .init("诉求方式", width: 11),
        .init("提示", width: 40, isWrapped: true), .init("级别", width: 12),
      ],
      rows: all.enumerated().map { i, topic in
        // The first topics stand in the table of hot issues, in the same order.
        let label: SheetCell =
          i < topics.count
          ? .link(topic.label, sheet: ResultWorkbook.Name.hot, row: i + 1) : SheetCell(topic.label)
        return [
          .integer(topic.rank),
          .text(topic.rankLow == topic.rankHigh ? "\(topic.rank)" : "\(topic.rankLow)–\(topic.rankHigh)"),
          .integer(Int(topic.concern.rawValue)), label, SheetCell(topic.theme.flatMap { themes[$0] }),
          .number(hundredths(topic.score)), .integer(topic.people), .integer(topic.texts),
          .integer(topic.posts), .text(topic.route.tier.wording.zh),
          SheetCell(topic.route.departments.map(\.name).joined(separator: "、")),
          SheetCell(topic.route.tierReason.zh), topic.keptShare.map { .share($0) } ?? .text(""),
          .text(topic.posting.wording.zh),
          SheetCell(topic.flags.map(\.wording.zh).joined(separator: "；")),
          SheetCell(topic.route.level?.wording.zh),
        ]
      })
  }

  var hot: SheetDraft {
    var draft = SheetDraft(
      ResultWorkbook.Name.hot,
      columns: [
        .init("排名", width: 7), .init("问题ID", width: 9), .init("热度指数", width: 10),
        .init("时间范围", width: 24, isWrapped: true), .init("地点/人群", width: 24, isWrapped: true),
        .init("问题描述", width: 56, isWrapped: true), .init("逐月趋势", width: 34),
      ],
      rows: topics.map { topic in
        [
          .integer(topic.topic.rank),
          .link(
            "\(topic.topic.concern.rawValue)", sheet: ResultWorkbook.Name.details, row: topic.firstRow),
          .number(hundredths(topic.topic.score)), SheetCell(period(of: topic)), SheetCell(places(of: topic)),
          SheetCell(description(of: topic)),
        ]
      })
    let months = months
    guard months.count > 1 else { return draft }
    draft.charts = topics.indices.prefix(TopicSheets.chartCount).map { i in
      SheetDraft.Chart(
        row: i + 1, column: 6, data: ResultWorkbook.Name.trend, source: i + 1, columns: 2...(months.count + 1)
      )
    }
    return draft
  }

  /// Messages by topic and month: what the charts show.
  var trend: SheetDraft {
    let months = months
    return SheetDraft(
      ResultWorkbook.Name.trend,
      columns: [.init("问题ID", width: 9), .init("候选议题", width: 40)]
        + months.map { .init(name(ofMonth: $0), width: 9) },
      rows: topics.map { topic in
        var counts: [Int: Int] = [:]
        for case let time? in topic.detail.members.map(\.opinion.time) {
          counts[time.monthNumber, default: 0] += 1
        }
        return [.integer(Int(topic.topic.concern.rawValue)), .text(topic.topic.label)]
          + months.map { .integer(counts[$0] ?? 0) }
      })
  }

  private var months: [Int] {
    let all = topics.flatMap { $0.detail.members.compactMap { $0.opinion.time?.monthNumber } }
    guard let first = all.min(), let last = all.max() else { return [] }
    return Array(max(first, last - TopicSheets.monthCount + 1)...last)
  }

  private func name(ofMonth month: Int) -> String {
    let number = month % 12 + 1
    return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
  }

  private func period(of topic: TopicDetail) -> String {
    let times = topic.detail.members.compactMap(\.opinion.time)
    guard let first = times.min(), let last = times.max() else { return "" }
    let days = [first, last].map { String($0.description.prefix(10)) }
    return days[0] == days[1] ? days[0] : "\(days[0]) 至 \(days[1])"
  }

  private func places(of topic: TopicDetail) -> String {
    let places = topic.detail.places
    let shown = places.prefix(3).map { "\($0.place)（\($0.count)）" }.joined(separator: "、")
    return places.count > 3 ? shown + "等\(places.count)处" : shown
  }

  private func description(of topic: TopicDetail) -> String {
    guard let quote = topic.detail.concern.quotes.first else { return topic.topic.label }
    return "\(topic.topic.label)：“\(quote.text.split(whereSeparator: \.isNewline).joined(separator: " "))”"
  }

  private func hundredths(_ score: Double) -> Double { (score * 100).rounded() / 100 }
}
