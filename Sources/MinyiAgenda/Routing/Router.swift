/// Proposes tier, level and departments from spread and competence.
struct Router: Sendable {
  var departments: [Department]
  /// Departments proposed at most.
  var most = 3

  func route(_ topic: TopicFacts, in collection: CollectionFacts) -> Route {
    let involved = DepartmentCounts(topic).involved
    let places = Set(topic.opinions.compactMap(\.place))
    let people = topic.peopleCount
    let (tier, reason) = tier(places: places.count, departments: involved.count, people: people)
    let (level, levelReason) = level(
      of: places.compactMap { collection.placeLevel(of: $0) }, involved.map(\.department))
    return Route(
      tier: tier, tierReason: reason, level: level, levelReason: levelReason,
      departments: involved.prefix(most).compactMap { entry in
        guard departments.indices.contains(entry.department) else { return nil }
        return DepartmentProposal(
          name: departments[entry.department].name, count: entry.count,
          terms: DepartmentCounts.terms(of: entry.department, in: topic))
      })
  }

  /// The level that can settle it: of the one place that it concerns, of what lies above several, and at least the county's
  /// where two of its departments must act together.
  private func level(of places: [PlaceLevel], _ involved: [Int]) -> (PlaceLevel?, Wording) {
    let counties = involved.count { departments.indices.contains($0) && !departments[$0].isTown }
    guard let top = places.max() else {
      if counties > 0 {
        return (.county, Wording("无地区可依，由县级部门承办", "no place is known; a county department acts"))
      }
      if involved.isEmpty { return (nil, Wording("没有地区和部门可依", "neither places nor departments tell")) }
      return (.town, Wording("无地区可依，由镇街承办", "no place is known; the town acts"))
    }
    let count = places.count { $0 == top }
    let level = count > 1 ? top.above : top
    let reason = Wording(
      count > 1 ? "涉及 \(count) 个\(top.wording.zh)" : "集中在 1 个\(top.wording.zh)",
      count > 1 ? "\(count) places of level \(top.wording.en)" : "in one place of level \(top.wording.en)")
    guard counties >= 2, level < .county else { return (level, reason) }
    return (
      .county,
      Wording(
        reason.zh + "，但需 \(counties) 个县级部门配合", reason.en + ", but \(counties) county departments must act")
    )
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
