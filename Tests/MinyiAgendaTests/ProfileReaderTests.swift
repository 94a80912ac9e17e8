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

  @Test(arguments: [
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
