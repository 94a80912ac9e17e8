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
    // By person: whether they ask, and their opinion that is most like the concern, in whole thousandths.
    let voices = topic.opinions.map { opinion in
      (
        voice: opinion.voice, asks: !opinion.signals.requests.isEmpty,
        likeness: min(1000, max(0, Int((opinion.similarity * 1000).rounded())))
      )
    }.sorted { ($0.voice, $1.likeness) < ($1.voice, $0.likeness) }
    var asking = 0
    var lastAsking: Int64?
    var likenesses: [Int] = []
    for (i, opinion) in voices.enumerated() {
      if i == 0 || voices[i - 1].voice != opinion.voice { likenesses.append(opinion.likeness) }
      if opinion.asks, lastAsking != opinion.voice {
        asking += 1
        lastAsking = opinion.voice
      }
    }
    likenesses.sort(by: >)
    var narrowness = 0.0
    var part = 1.0
    // Past the fortieth person nothing is left to add.
    for likeness in likenesses.prefix(40) {
      part /= 2
      narrowness += part * Double(likeness) / 1000
    }
    let departments = DepartmentCounts(topic).involved.count
    let (askers, people, narrow) = (asking, likenesses.count, narrowness)
    return Measure(
      raw: Double(asking), unit: "people",
      value: 0.5 * Curve.saturating(Double(asking) + 1, half: half) + 0.3 * narrowness
        + (departments > 0 ? 0.2 / Double(departments) : 0),
      evidence: { topic.opinions.ids { !$0.signals.requests.isEmpty } },
      reason: Wording(
        "\(askers)/\(people) 人有明确请求，内容集中度 \(percent(narrow))，\(departments) 个部门",
        "\(askers) of \(people) people ask for something, narrowness \(percent(narrow)), \(departments) departments"
      ))
  }

  func raw(at value: Double, from measure: Measure) -> Double? {
    let asked = Curve.saturating(measure.raw + 1, half: half) + (value - measure.value) / 0.5
    return asked >= 0 && asked < 1 ? Curve.saturatingInverse(asked, half: half) - 1 : nil
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}
