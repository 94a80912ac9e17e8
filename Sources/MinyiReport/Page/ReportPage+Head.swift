import MinyiAgenda

extension ReportPage {
  var headFields: Fields {
    let head = document.head
    var figures: [(String, String)] = [
      (language("意见", "opinions"), Format.count(head.opinions)),
      (language("不同文本", "distinct texts"), Format.count(head.texts)),
    ]
    if let people = head.people { figures.append((language("人", "people"), Format.count(people))) }
    if let places = head.places { figures.append((language("地区", "places"), Format.count(places))) }
    figures += [
      (language("诉求点", "concerns"), Format.count(head.concerns)),
      (language("候选议题", "topics"), Format.count(document.topicCount)),
      (language("主题", "themes"), Format.count(head.themes)),
    ]
    return [
      "lead": lead, "figures": figures.map { ["name": $0.0, "value": $0.1] as Fields },
      "warning": optional(warning),
      "files": head.files.map { file in
        [
          "name": file.name, "format": file.format, "rows": Format.count(file.rows),
          "imported": Format.count(file.imported), "updated": Format.count(file.updated),
          "unchanged": Format.count(file.unchanged), "blank": Format.count(file.blank),
          "malformed": Format.count(file.malformed),
        ] as Fields
      }, "settings": settings,
    ]
  }

  private var lead: String {
    let head = document.head
    let share = Format.percent(Double(head.gathered) / Double(max(1, head.opinions)))
    let period = head.period.map {
      language("\($0.first) 至 \($0.last)。", "\($0.first) to \($0.last). ")
    }
    return (period ?? language("意见没有日期。", "The opinions have no dates. "))
      + language(
        "\(Format.count(head.gathered)) 条意见（\(share)）说的是别人也说过的事，归成 \(Format.count(head.concerns)) 个诉求点；"
          + "其中 \(Format.count(document.topicCount)) 个列为候选议题，本报告列出前 \(document.topics.count) 个。",
        "\(Format.count(head.gathered)) opinions (\(share)) speak of what others speak of too: \(Format.count(head.concerns)) "
          + "concerns. \(Format.count(document.topicCount)) stand on the agenda; the first \(document.topics.count) are shown."
      )
  }

  private var warning: String? {
    guard document.head.unmined > 0 else { return nil }
    return language(
      "有 \(Format.count(document.head.unmined)) 条意见在上次归并之后导入，不在本报告中。",
      "\(Format.count(document.head.unmined)) opinions were imported after the last mining and are not in this report."
    )
  }

  private var settings: String {
    let method = document.method
    return language(
      "评分方案：\(method.profile.zh)（\(method.profileName)）；视角：\(LensWords.name(method.lens, language))；名单长度：\(method.first)。",
      "Profile: \(method.profile.en) (\(method.profileName)); lens: \(LensWords.name(method.lens, language)); list of \(method.first)."
    )
  }
}
