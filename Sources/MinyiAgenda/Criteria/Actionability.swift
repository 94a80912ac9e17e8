import MinyiModel

/// Whether something can be done about it (小切口、可操作、能见效): explicit requests, a narrow matter, few departments.
///
/// value = .5 · (1 - 2^(-people who ask for something / half)) + .3 · narrowness + .2 / departments (those that a
/// quarter of the opinions or more point to). Narrowness is l₁ / 2 + l₂ / 4 + l₃ / 8 + …, with the people's likenesses
/// to the concern from the greatest: that a few agree on one thing makes it narrow, and whoever joins them takes nothing
/// away. Unless somebody points to another department, more people never lower the value.
struct Actionability: Criterion {
  let name = CriterionName.actionability
  /// People asking that make one half of that part.
  var half = CurveParameters().actionabilityHalf

  func obstacle(in collection: CollectionFacts) -> Wording? { nil }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    // In one number each, as a bootstrap sorts millions: the voice, how far the opinion is from the concern in
    // thousandths, whether it asks for nothing.
    let voices = topic.opinions.map { opinion in
      let distance = 1000 - min(1000, max(0, Int64((opinion.similarity * 1000).rounded())))
      return opinion.voice << 11 | distance << 1 | (opinion.signals.requests.isEmpty ? 1 : 0)
    }.sorted()
    // Of each person whether they ask, and their opinion that is most like the concern.
    var asking = 0
    var people = 0
    var lastAsking: Int64?
    var peopleAt = [Int32](repeating: 0, count: 1001)
    for (i, opinion) in voices.enumerated() {
      if i == 0 || voices[i - 1] >> 11 != opinion >> 11 {
        people += 1
        peopleAt[Int(opinion >> 1 & 0x3FF)] += 1
      }
      if opinion & 1 == 0, lastAsking != opinion >> 11 {
        asking += 1
        lastAsking = opinion >> 11
      }
    }
    let narrowness = narrowness(peopleAt)
    let departments = DepartmentCounts(topic).involved.count
    let (askers, counted, narrow) = (asking, people, narrowness)
    return Measure(
      raw: Double(asking), unit: "people",
      value: 0.5 * Curve.saturating(Double(asking) + 1, half: half) + 0.3 * narrowness
        + (departments > 0 ? 0.2 / Double(departments) : 0),
      evidence: { topic.opinions.ids { !$0.signals.requests.isEmpty } },
      reason: Wording(
        "\(askers)/\(counted) 人有明确请求，内容集中度 \(percent(narrow))，\(departments) 个部门",
        "\(askers) of \(counted) people ask for something, narrowness \(percent(narrow)), \(departments) departments"
      ))
  }

  func raw(at value: Double, from measure: Measure) -> Double? {
    let asked = Curve.saturating(measure.raw + 1, half: half) + (value - measure.value) / 0.5
    return asked >= 0 && asked < 1 ? Curve.saturatingInverse(asked, half: half) - 1 : nil
  }

  /// - Parameter peopleAt: people by the distance of their opinion, in thousandths.
  private func narrowness(_ peopleAt: [Int32]) -> Double {
    var narrowness = 0.0
    var part = 1.0
    // Past the fortieth person nothing is left to add.
    var left = 40
    for (distance, people) in peopleAt.enumerated() {
      for _ in 0..<min(left, Int(people)) {
        part /= 2
        narrowness += part * Double(1000 - distance) / 1000
      }
      left -= min(left, Int(people))
      if left == 0 { break }
    }
    return narrowness
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}
