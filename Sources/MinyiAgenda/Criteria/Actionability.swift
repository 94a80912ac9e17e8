/// Whether something can be done about it (小切口、可操作、能见效): explicit requests, a narrow matter, few departments.
///
/// value = .5 · share of opinions that ask for something + .3 · mean likeness of the opinions + .2 / departments
/// (those that a quarter of the opinions or more point to).
struct Actionability: Criterion {
  let name = CriterionName.actionability

  func obstacle(in collection: CollectionFacts) -> Wording? { nil }

  func measure(_ topic: TopicFacts, in collection: CollectionFacts) -> Measure {
    let count = max(1, topic.opinions.count)
    let requests = topic.opinions.count { !$0.signals.requests.isEmpty }
    let share = Double(requests) / Double(count)
    // Summed as whole thousandths: the same in any order.
    let likeness =
      Double(topic.opinions.reduce(0) { $0 + Int(($1.similarity * 1000).rounded()) }) / Double(1000 * count)
    let departments = DepartmentCounts(topic).involved.count
    let value = 0.5 * share + 0.3 * likeness + (departments > 0 ? 0.2 / Double(departments) : 0)
    return Measure(
      raw: share, unit: "share", value: value,
      reason: Wording(
        "\(requests)/\(count) 条有明确请求，内容相近度 \(percent(likeness))，\(departments) 个部门",
        "\(requests) of \(count) ask for something, likeness \(percent(likeness)), \(departments) departments"
      ))
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
}
