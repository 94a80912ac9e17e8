import MinyiModel

/// How long the concern lasts: months in which it was raised, and whether it came back.
///
/// base = 1 - 2^(-(months - 1) / 3): one month gives 0, four give .5, seven .75. A return after two or more silent
/// months adds a quarter of what is missing to 1; a return after an official reply another quarter.
struct Persistence: Criterion {
  let name = CriterionName.persistence

  func obstacle(in collection: CollectionFacts) -> Wording? {
    collection.hasTimes ? nil : Wording("没有时间列", "there is no time column")
  }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    let days = topic.opinions.compactMap(\.day).sorted()
    var months: [Int] = []
    for (i, day) in days.enumerated() where i == 0 || days[i - 1] != day {
      let month = CivilTime(seconds: Int64(day) * 86_400).monthNumber
      if months.last != month { months.append(month) }
    }
    let returns = zip(months, months.dropFirst()).contains { $1 - $0 > 2 }
    let firstReply = topic.opinions.compactMap(\.replyDay).min()
    let afterReply = firstReply.map { reply in days.contains { $0 > reply + 30 } } ?? false
    var value = Curve.saturating(Double(months.count), half: 3)
    if returns { value += (1 - value) / 4 }
    if afterReply { value += (1 - value) / 4 }
    let monthCount = months.count
    return Measure(
      raw: Double(monthCount), unit: "months", value: value, reason: reason(monthCount, returns, afterReply))
  }

  private func reason(_ monthCount: Int, _ returns: Bool, _ afterReply: Bool) -> Wording {
    var zh = "\(monthCount) 个月有诉求"
    var en = "raised in \(monthCount) months"
    if returns { (zh, en) = (zh + "，沉寂后再现", en + ", back after silence") }
    if afterReply { (zh, en) = (zh + "，答复后仍有反映", en + ", raised again after a reply") }
    return Wording(zh, en)
  }
}
