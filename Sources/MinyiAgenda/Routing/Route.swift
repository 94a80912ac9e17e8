/// Who should take up a topic, with the reason.
public struct Route: Sendable, Equatable {
  public var tier: Tier
  public var tierReason: Wording
  public var departments: [DepartmentProposal]
}

/// The three tiers of consultation.
public enum Tier: String, Sendable, Codable, CaseIterable {
  /// 要事会商: the county.
  case county
  /// 专事专商: a committee or several departments.
  case committee
  /// 众事众商: the town or street.
  case town

  public var wording: Wording {
    switch self {
    case .county: Wording("要事会商", "county")
    case .committee: Wording("专事专商", "committee")
    case .town: Wording("众事众商", "town")
    }
  }
}

/// A department proposed for a topic.
public struct DepartmentProposal: Sendable, Equatable {
  public var name: String
  /// Opinions that point to it.
  public var count: Int
  /// The terms that point to it.
  public var terms: [String]
}

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
          name: departments[entry.department].name, count: entry.count, terms: entry.terms)
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
