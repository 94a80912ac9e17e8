/// Proposes tier and departments from spread and competence.
struct Router: Sendable {
  var departments: [Department]
  /// Departments proposed at most.
  var most = 3

  func route(_ topic: TopicFacts) -> Route {
    let involved = DepartmentCounts(topic).involved
    let places = Set(topic.opinions.compactMap(\.place)).count
    let people = topic.peopleCount
    let (tier, reason) = tier(places: places, departments: involved.count, people: people)
    return Route(
      tier: tier, tierReason: reason,
      departments: involved.prefix(most).compactMap { entry in
        guard departments.indices.contains(entry.department) else { return nil }
        return DepartmentProposal(
          name: departments[entry.department].name, count: entry.count,
          terms: DepartmentCounts.terms(of: entry.department, in: topic))
      })
  }

  private func tier(places: Int, departments: Int, people: Int) -> (Tier, Wording) {
    if places >= 4 || (departments >= 3 && people >= 20) {
      return (
        .county,
        Wording(
          "\(places) 个地区、\(departments) 个部门、\(people) 人",
          "\(places) places, \(departments) departments, \(people) people")
      )
    }
    if departments >= 2 || places >= 2 || people >= 20 {
      return (
        .committee,
        Wording("\(departments) 个部门、\(places) 个地区", "\(departments) departments, \(places) places")
      )
    }
    return (.town, Wording("范围集中，就地可议", "narrow: can be settled on the spot"))
  }
}
