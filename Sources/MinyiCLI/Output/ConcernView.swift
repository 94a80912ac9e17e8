import Minyi

/// One concern for people: evidence and trend.
struct ConcernView {
  let detail: ConcernDetail
  /// What became of it from run to run.
  var changes: [(run: Int, change: ConcernChange)] = []
  let language: Language

  var text: String {
    let id = detail.concern.id.rawValue
    var lines = [
      "\(detail.concern.label)  (\(language("编号", "concern")) \(id))",
      language("主题：", "theme: ") + (detail.theme ?? "-") + "    "
        + language("意见：\(detail.members.count) 条", "\(detail.members.count) opinions"),
      language("关键词：", "terms: ") + detail.concern.terms.map(\.term).joined(separator: " "),
      "", language("群众原话", "quotes"),
    ]
    lines += detail.concern.quotes.map { quote in
      let key = detail.members.first { $0.id == quote.opinion }?.opinion.key ?? ""
      return "  “\(quote.text.replacing("\n", with: " "))”  [\(key)]"
    }
    if !detail.trend.isEmpty {
      lines += ["", language("逐月", "by month")] + bars(detail.trend.suffix(36).map { ($0.month, $0.count) })
    }
    if !detail.places.isEmpty {
      lines += ["", language("地区", "places")] + bars(detail.places.prefix(13).map { ($0.place, $0.count) })
    }
    if !changes.isEmpty {
      lines += ["", language("沿革", "history")] + changes.map { "  " + story($0.change, run: $0.run) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func story(_ change: ConcernChange, run: Int) -> String {
    let (concern, other) = (change.concern.rawValue, change.other.map { "\($0.rawValue)" } ?? "-")
    return switch change.kind {
    case .born: language("第 \(run) 次归并：新增", "run \(run): new")
    case .merged: language("第 \(run) 次归并：\(concern) 并入 \(other)", "run \(run): \(concern) went into \(other)")
    case .split:
      language("第 \(run) 次归并：\(concern) 由 \(other) 分出", "run \(run): \(concern) came out of \(other)")
    case .ended: language("第 \(run) 次归并：消失", "run \(run): ended")
    }
  }

  /// The opinions, nearest first.
  var memberTable: TextTable {
    var table = TextTable(columns: [
      .init(title: language("编号", "id")), .init(title: language("时间", "time")),
      .init(title: language("相似度", "likeness"), isRight: true),
      .init(title: language("内容", "text"), isFlexible: true),
    ])
    table.rows = detail.members.map { member in
      let text = member.opinion.title.isEmpty ? member.opinion.body : member.opinion.title
      return [
        member.opinion.key, member.opinion.time.map { String($0.description.prefix(10)) } ?? "-",
        oneDecimal(member.similarity * 100) + (member.isBorderline ? language(" 边缘", " borderline") : ""),
        String(text.replacing("\n", with: " ").prefix(80)),
      ]
    }
    return table
  }

  private func bars(_ counts: [(String, Int)]) -> [String] {
    let most = counts.map(\.1).max() ?? 1
    let width = counts.map(\.0.columnCount).max() ?? 0
    return counts.map { name, count in
      let length = count == 0 ? 0 : max(1, count * 40 / max(40, most))
      return "  \(name.padded(toColumns: width))  \(String(repeating: "▇", count: length)) \(count)"
    }
  }
}
