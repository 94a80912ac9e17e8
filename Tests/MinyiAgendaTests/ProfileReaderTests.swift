import MinyiAgenda
import Testing

struct ProfileReaderTests {
  private let whole = """
    # A comment.
    name: town
    label: 乡镇
    label_en: town
    minimum_people: 3
    weights:
      reach: 3
      severity: 0.5
      spread: 0
    """

  @Test func aProfileIsRead() throws {
    let profile = try Profile(yaml: whole, path: "town.yaml")
    #expect(
      profile
        == Profile(
          name: "town", label: Wording("乡镇", "town"), weights: [.reach: 3, .severity: 0.5, .spread: 0],
          minimumPeople: 3))
    // What is left out has its default.
    #expect(try Profile(yaml: "name: x", path: "").minimumPeople == 2)
  }

  @Test func everythingThatAProfileCanSayIsRead() throws {
    let profile = try Profile(
      yaml: """
        first: 12
        theme_quota: 3
        rule: {days: 30, people: 5}
        curves:
          reach: {full: 40}
          persistence: {half: 2.5, silent_months: 3, reply_days: 60}
          momentum: {fewest: 8}
          endorsement: {full: 500, per_post: 50}
          actionability: {half: 4}
          deliberation: {fewest: 3}
        filters:
          minimum_texts: 2
          minimum_posts: 3
          minimum_places: 1
          minimum_score: 12.5
          tiers: [county, committee]
        """, path: "")
    #expect(profile.first == 12 && profile.themeQuota == 3)
    #expect(profile.rule == GatheringRule(people: 5, days: 30))
    var curves = CurveParameters()
    (curves.reachFull, curves.persistenceHalf, curves.silentMonths) = (40, 2.5, 3)
    (curves.replyDays, curves.momentumFewest, curves.endorsementFull) = (60, 8, 500)
    (curves.endorsementPerPost, curves.actionabilityHalf, curves.deliberationFewest) = (50, 4, 3)
    #expect(profile.curves == curves)
    var filters = TopicFilters()
    (filters.minimumTexts, filters.minimumPosts, filters.minimumPlaces) = (2, 3, 1)
    (filters.minimumScore, filters.tiers) = (12.5, [.county, .committee])
    #expect(profile.filters == filters)
  }

  @Test func aProfileWithoutWeightsIsNone() throws {
    for text in ["reach=0,severity=0", "severity=0,reach=0,spread=0"] {
      let profile = try Profile(yaml: whole, path: "").overriding(text)
      #expect(throws: ProfileError.self) { try profile.checkWeights() }
    }
    #expect(throws: ProfileError.self) { try Profile(yaml: "name: x", path: "").checkWeights() }
    try Profile(yaml: whole, path: "").checkWeights()
  }

  @Test(arguments: [
    // Further keys.
    ("first: 0", 1, "first: 1 … 1000000"), ("name: a\ntheme_quota: many", 2, "theme_quota: 1"),
    ("rule: 5", 1, "rule: {people: 5"), ("rule: {people: 5}", 1, "rule: {people: 5"),
    ("rule:\n  people: 5\n  weeks: 2", 3, "people, days"), ("rule:\n  people: 0\n  days: 2", 2, "people: 1"),
    ("curves: 3", 1, "curves:"), ("curves:\n  severity: {full: 3}", 2, "reach, persistence, momentum"),
    ("curves:\n  reach: {top: 3}", 2, "full"), ("curves:\n  reach:\n    full: -1", 3, "full: 1 …"),
    ("curves:\n  persistence:\n    half: 1\n    months: 2", 4, "half, silent_months, reply_days"),
    ("curves:\n  persistence:\n    half: 0", 3, "half: 0.1 …"),
    ("curves:\n  momentum: {fewest: 2.5}", 2, "fewest"),
    ("filters: none", 1, "minimum_texts"),
    ("filters:\n  minimum_people: 3", 2, "minimum_texts, minimum_posts"),
    ("filters:\n  minimum_score: 101", 2, "minimum_score: 0 … 100"),
    ("filters:\n  tiers: town", 2, "tiers: [county"),
    ("filters:\n  tiers: []", 2, "tiers: [county"),
    ("filters:\n  tiers: [city]", 2, "county, committee, town"),
    // YAML that is none.
    ("name: a\nweights: [1, 2", 3, "YAML"), ("name: a\n\tlabel: b", 2, "YAML"),
    ("name: a\nlabel: \"b\nlabel_en: c\n", 4, "YAML"), ("name: a\nname: b", 1, "YAML"),
    // Something else than a mapping.
    ("", 1, "weights"), ("# nothing", 1, "weights"), ("- name", 1, "weights"), ("name", 1, "weights"),
    // Keys and values.
    ("name: a\nlable: b", 2, "label_en"), ("name: [a]", 1, "name"), ("name: a\nlabel:\n  zh: b", 3, "label"),
    ("name: a\nlabel: b\nlabel_en: [c]", 3, "label_en"), ("name: a\nweights: 3", 2, "weights"),
    ("weights:\n  reach: 1\n  reech: 1", 3, "reach, spread"), ("weights:\n  reach: many", 2, "reach: 0"),
    ("weights:\n  spread: 1\n  reach: -1", 3, "reach: 0"), ("weights:\n  reach: .nan", 2, "reach: 0"),
    ("weights:\n  reach: .inf", 2, "reach: 0"), ("weights:\n  reach:", 2, "reach: 0"),
    ("name: a\n\nminimum_people: 0", 3, "minimum_people"), ("minimum_people: 2.5", 1, "minimum_people"),
    ("minimum_people: few", 1, "minimum_people"), ("1: 2", 1, "minimum_people"),
  ])
  func aMistakeIsNamedWithItsLine(yaml: String, line: Int, expected: String) {
    do {
      let profile = try Profile(yaml: yaml, path: "my.yaml")
      Issue.record("\(yaml.debugDescription) was read as \(profile)")
    } catch {
      guard case .invalid("my.yaml", let found, let wanted, _) = error else {
        Issue.record("\(yaml.debugDescription): \(error)")
        return
      }
      #expect(found == line && wanted.contains(expected), "\(yaml.debugDescription): \(error)")
      #expect(error.description.contains("my.yaml:\(line)"))
    }
  }

  @Test func weightsAreOverridden() throws {
    let profile = try Profile(yaml: whole, path: "")
    let changed = try profile.overriding("reach=2,severity=0, momentum = 1.5")
    var expected = profile
    expected.weights = [.reach: 2, .severity: 0, .spread: 0, .momentum: 1.5]
    #expect(changed == expected)
    #expect(try profile.overriding("") == profile)
    #expect(try profile.overriding("reach=1,reach=4").weights[.reach] == 4)
  }

  @Test(arguments: [
    "reach", "reach=", "=2", "reech=1", "reach=-1", "reach=nan", "reach=inf", "reach=1=2", "reach:2",
    "severity=1,x",
  ])
  func aWrongWeightIsNamed(text: String) throws {
    let profile = try Profile(yaml: whole, path: "")
    do {
      let changed = try profile.overriding(text)
      Issue.record("\(text) was read as \(changed.weights)")
    } catch {
      guard case .badWeight(let part) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(text.split(separator: ",").last.map { String($0) } == part)
      #expect(CriterionName.allCases.allSatisfy { error.description.contains($0.rawValue) })
    }
  }
}
