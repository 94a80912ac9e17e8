import MinyiModel

/// How long the concern lasts: months in which it was raised, and whether it came back.
///
/// base = 1 - 2^(-(months - 1) / 3): one month gives 0, four give .5, seven .75. A return after two or more silent
/// months adds a quarter of what is missing to 1; a return after an official reply another quarter.
struct Persistence: Criterion {
  let name = CriterionName.persistence
  var half = CurveParameters().persistenceHalf
  var silentMonths = Int(CurveParameters().silentMonths)
  var replyDays = Int32(CurveParameters().replyDays)

  /// The months of a concern, and whether it came back.
  struct Returns {
    var months = 0
    var afterSilence = false
    var afterReply = false

    /// What a base value becomes with the returns.
    func raised(_ base: Double) -> Double {
      var value = base
      if afterSilence { value += (1 - value) / 4 }
      if afterReply { value += (1 - value) / 4 }
      return value
    }
  }

  func obstacle(in collection: CollectionFacts) -> Wording? {
    collection.hasTimes ? nil : Wording("没有时间列", "there is no time column")
  }

  func returns(of topic: TopicFacts) -> Returns {
    let days = topic.opinions.compactMap(\.day).sorted()
    var months: [Int] = []
    for (i, day) in days.enumerated() where i == 0 || days[i - 1] != day {
      let month = CivilTime(dayNumber: Int(day)).monthNumber
      if months.last != month { months.append(month) }
    }
    let firstReply = topic.opinions.compactMap(\.replyDay).min()
    return Returns(
      months: months.count,
      afterSilence: zip(months, months.dropFirst()).contains { $1 - $0 > silentMonths },
      afterReply: firstReply.map { reply in days.contains { $0 > reply + replyDays } } ?? false)
  }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    let returns = returns(of: topic)
    return Measure(
      raw: Double(returns.months), unit: "months",
      value: returns.raised(Curve.saturating(Double(returns.months), half: half)),
      evidence: { topic.opinions.ids { $0.day != nil } },
      reason: reason(returns.months, returns.afterSilence, returns.afterReply))
  }

  func raw(at value: Double, from measure: Measure) -> Double? {
    // The returns take the same part of what is missing to 1 whatever the months are.
    let base = Curve.saturating(measure.raw, half: half)
    guard measure.value < 1, base < 1 else { return nil }
    let wanted = 1 - (1 - value) * (1 - base) / (1 - measure.value)
    return wanted >= 0 && wanted < 1 ? Curve.saturatingInverse(wanted, half: half) : nil
  }

  private func reason(_ monthCount: Int, _ returns: Bool, _ afterReply: Bool) -> Wording {
    var zh = "\(monthCount) 个月有诉求"
    var en = "raised in \(monthCount) months"
    if returns { (zh, en) = (zh + "，沉寂后再现", en + ", back after silence") }
    if afterReply { (zh, en) = (zh + "，答复后仍有反映", en + ", raised again after a reply") }
    return Wording(zh, en)
  }
}
