/// Whether the matter should be talked over rather than dispatched: several departments, opposed views.
///
/// value = the larger of 1 - 1 / (effective number of departments) and 4 p (1 - p), p being the share of supporters
/// among the people who take a stance (counted when both sides have `fewest` or more, two by default).
struct Deliberation: Criterion {
  let name = CriterionName.deliberation
  /// People whom each side must have.
  var fewest = Int(CurveParameters().deliberationFewest)

  func obstacle(in collection: CollectionFacts) -> Wording? { nil }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    let counts = DepartmentCounts(topic).involved.map(\.count)
    let effective = Curve.effectiveNumber(counts)
    let departments = counts.count
    var supporters: Set<Int64> = []
    var opponents: Set<Int64> = []
    for opinion in topic.opinions {
      if opinion.signals.isFor { supporters.insert(opinion.voice) }
      if opinion.signals.isAgainst { opponents.insert(opinion.voice) }
    }
    let (pro, contra) = (supporters.count, opponents.count)
    let share = Double(pro) / Double(max(1, pro + contra))
    let dispute = min(pro, contra) >= fewest ? 4 * share * (1 - share) : 0
    return Measure(
      raw: effective, unit: "departments", value: max(effective > 0 ? 1 - 1 / effective : 0, dispute),
      evidence: {
        topic.opinions.ids { $0.signals.isFor || $0.signals.isAgainst || !$0.signals.departments.isEmpty }
      },
      reason: Wording(
        "涉及 \(departments) 个部门；支持 \(pro) 人，反对 \(contra) 人",
        "\(departments) departments; \(pro) for, \(contra) against"))
  }
}
