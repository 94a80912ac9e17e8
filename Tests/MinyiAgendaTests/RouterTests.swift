import MinyiAgenda
import Testing

struct RouterTests {
  private func route(people count: Int, places: Int, departments: Int) throws -> Route {
    let opinions = people(count) { opinion, number in
      opinion.place = places > 0 ? Int32(number % places) : nil
      opinion.signals.departments = Array(0..<departments)
      opinion.signals.departmentTerms = (0..<departments).map { "词 \($0)" }
    }
    let names = (0..<5).map { Department(name: "部门 \($0)", isTown: false, terms: []) }
    return try #require(agenda(opinions, departments: names).topics.first).route
  }

  @Test(arguments: [
    // Four places, or three departments and twenty people, are the county's.
    (4, 4, 0, Tier.county), (20, 1, 3, .county), (19, 1, 3, .committee), (20, 1, 2, .committee),
    // Two departments, two places or twenty people are a committee's.
    (3, 3, 0, .committee), (2, 2, 0, .committee), (5, 1, 2, .committee), (20, 1, 0, .committee),
    (20, 0, 1, .committee), (19, 1, 1, .town), (1, 1, 0, .town), (5, 0, 0, .town),
  ])
  func tiersFollowFromPlacesDepartmentsAndPeople(count: Int, places: Int, departments: Int, tier: Tier) throws
  {
    let found = try route(people: count, places: places, departments: departments)
    #expect(found.tier == tier, "\(count) people, \(places) places, \(departments) departments")
    #expect(!found.tierReason.zh.isEmpty && !found.tierReason.en.isEmpty)
  }

  @Test func atMostThreeDepartmentsAreProposedMostPointedToFirst() throws {
    let opinions = people(12) { opinion, number in
      // Department d is pointed to by 12 - 2d of twelve opinions, by one of two terms.
      opinion.signals.departments = (0..<5).filter { number < 12 - 2 * $0 }
      opinion.signals.departmentTerms = opinion.signals.departments.map {
        "\($0)\(number % 3 == 0 ? "甲" : "乙")"
      }
    }
    let names = (0..<5).map { Department(name: "部门 \($0)", isTown: false, terms: []) }
    let found = try #require(agenda(opinions, departments: names).topics.first).route.departments
    #expect(found.map(\.name) == ["部门 0", "部门 1", "部门 2"])
    #expect(found.map(\.count) == [12, 10, 8])
    #expect(found[0].terms == ["0乙", "0甲"])
  }

  @Test func aDepartmentNeedsAQuarterOfTheOpinionsAndTwo() throws {
    for (count, pointing, isProposed) in [
      (1, 1, true), (2, 1, false), (2, 2, true), (8, 2, true), (9, 2, false), (9, 3, true), (40, 9, false),
      (40, 10, true),
    ] {
      let opinions = people(count) { opinion, number in
        opinion.signals.departments = number < pointing ? [0] : []
        opinion.signals.departmentTerms = number < pointing ? ["词"] : []
      }
      let names = [Department(name: "住建局", isTown: false, terms: [])]
      let found = try #require(agenda(opinions, departments: names).topics.first).route.departments
      #expect(found.isEmpty != isProposed, "\(pointing) of \(count)")
    }
  }

  private func level(_ places: [String], departments: [Department] = [], involved: [Int] = []) throws
    -> PlaceLevel?
  {
    var collection = everyColumn()
    collection.placeLevels = places.map { PlaceLevel(ofPlaceNamed: $0) }
    let opinions = people(max(4, places.count)) { opinion, number in
      opinion.place = places.isEmpty ? nil : Int32(number % places.count)
      opinion.signals.departments = involved
      opinion.signals.departmentTerms = involved.map { "词 \($0)" }
    }
    return try #require(agenda(opinions, in: collection, departments: departments).topics.first).route.level
  }

  @Test(arguments: [
    ("白鹭村", PlaceLevel.village), ("南门社区", .village), ("幸福小区", .village), ("永丰镇", .town), ("城关街道", .town),
    ("大坪乡", .town), ("东城区", .county), ("珙县", .county), ("高新区", .county), ("内江市", .city), ("某某地区", .city),
  ])
  func aPlacesNameTellsItsLevel(name: String, level: PlaceLevel) {
    #expect(PlaceLevel(ofPlaceNamed: name) == level)
  }

  @Test func otherNamesTellNothing() {
    for name in ["", "区", "网上", "12345", "县医院"] { #expect(PlaceLevel(ofPlaceNamed: name) == nil, "\(name)") }
  }

  @Test func theLevelIsThatOfThePlaceOrAboveSeveral() throws {
    #expect(try level(["白鹭村"]) == .village)
    #expect(try level(["白鹭村", "杉木村"]) == .town)
    #expect(try level(["白鹭村", "永丰镇"]) == .town)
    #expect(try level(["永丰镇", "大坪镇", "白鹭村"]) == .county)
    #expect(try level(["东城区", "西城区"]) == .city)
    #expect(try level(["内江市", "成都市"]) == .city)
    #expect(try level(["网上"]) == nil && level([]) == nil)
  }

  @Test func twoCountyDepartmentsRaiseTheLevel() throws {
    let departments = [
      Department(name: "交通局", isTown: false, terms: []), Department(name: "住建局", isTown: false, terms: []),
      Department(name: "镇政府", isTown: true, terms: []),
    ]
    #expect(try level(["白鹭村"], departments: departments, involved: [0]) == .village)
    #expect(try level(["白鹭村"], departments: departments, involved: [0, 2]) == .village)
    #expect(try level(["白鹭村"], departments: departments, involved: [0, 1]) == .county)
    #expect(try level(["内江市"], departments: departments, involved: [0, 1]) == .city)
    #expect(try level([], departments: departments, involved: [0]) == .county)
    #expect(try level([], departments: departments, involved: [2]) == .town)
  }
}
