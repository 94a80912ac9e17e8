import Yams

extension Profile {
  /// What may stand at the top of a profile.
  private static let keys =
    "name, label, label_en, weights, minimum_people, curves, filters, first, theme_quota, rule"

  /// Reads a profile from YAML; a wrong key or value is an error with its line and what is allowed.
  public init(yaml: String, path: String) throws(ProfileError) {
    self.init(name: "", label: Wording("", ""), weights: [:])
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw .invalid(path: path, line: Profile.line(of: error), expected: "YAML", got: "\(error)")
    }
    guard case .mapping(let mapping)? = root else {
      throw .invalid(path: path, line: 1, expected: Profile.keys, got: "")
    }
    for (key, value) in mapping {
      switch key.string ?? "" {
      case "name": name = try Profile.text(value, expected: "name: …", path: path)
      case "label": label.zh = try Profile.text(value, expected: "label: …", path: path)
      case "label_en": label.en = try Profile.text(value, expected: "label_en: …", path: path)
      case "weights": weights = try Profile.weights(value, path: path)
      case "minimum_people":
        minimumPeople = Int(try Profile.number(key, value, 1...1_000_000, isWhole: true, path: path))
      case "first": first = Int(try Profile.number(key, value, 1...1_000_000, isWhole: true, path: path))
      case "theme_quota":
        themeQuota = Int(try Profile.number(key, value, 1...1_000_000, isWhole: true, path: path))
      case "curves": try readCurves(value, path: path)
      case "filters": try readFilters(value, path: path)
      case "rule": try readRule(value, path: path)
      default:
        throw .invalid(path: path, line: Profile.line(key), expected: Profile.keys, got: key.string ?? "")
      }
    }
  }

  private mutating func readCurves(_ node: Node, path: String) throws(ProfileError) {
    let entries = CurveParameters.entries
    for (key, value) in try Profile.mapping(node, expected: "curves: {reach: {full: 100}}", path: path) {
      let own = entries.filter { $0.criterion.rawValue == key.string }
      guard !own.isEmpty else {
        var names: [String] = []
        for name in entries.map(\.criterion.rawValue) where !names.contains(name) { names.append(name) }
        throw .invalid(
          path: path, line: Profile.line(key), expected: names.joined(separator: ", "), got: key.string ?? "")
      }
      let allowed = own.map(\.key).joined(separator: ", ")
      for (parameter, number) in try Profile.mapping(value, expected: allowed, path: path) {
        guard let entry = own.first(where: { $0.key == parameter.string }) else {
          throw .invalid(
            path: path, line: Profile.line(parameter), expected: allowed, got: parameter.string ?? "")
        }
        curves[keyPath: entry.path] = try Profile.number(
          parameter, number, entry.range, isWhole: entry.isWhole, path: path)
      }
    }
  }

  private mutating func readFilters(_ node: Node, path: String) throws(ProfileError) {
    let allowed = "minimum_texts, minimum_posts, minimum_places, minimum_score, tiers"
    for (key, value) in try Profile.mapping(node, expected: allowed, path: path) {
      func count() throws(ProfileError) -> Int {
        Int(try Profile.number(key, value, 0...1_000_000, isWhole: true, path: path))
      }
      switch key.string ?? "" {
      case "minimum_texts": filters.minimumTexts = try count()
      case "minimum_posts": filters.minimumPosts = try count()
      case "minimum_places": filters.minimumPlaces = try count()
      case "minimum_score":
        filters.minimumScore = try Profile.number(key, value, 0...100, isWhole: false, path: path)
      case "tiers":
        let names = Tier.allCases.map(\.rawValue).joined(separator: ", ")
        guard let nodes = value.sequence, !nodes.isEmpty else {
          throw .invalid(
            path: path, line: Profile.line(key), expected: "tiers: [\(names)]", got: value.string ?? "")
        }
        for node in nodes {
          guard let tier = Tier(rawValue: node.string ?? "") else {
            throw .invalid(path: path, line: Profile.line(node), expected: names, got: node.string ?? "")
          }
          filters.tiers.insert(tier)
        }
      default:
        throw .invalid(path: path, line: Profile.line(key), expected: allowed, got: key.string ?? "")
      }
    }
  }

  private mutating func readRule(_ node: Node, path: String) throws(ProfileError) {
    let expected = "rule: {people: 5, days: 30}"
    var values: [String: Int] = [:]
    for (key, value) in try Profile.mapping(node, expected: expected, path: path) {
      guard let name = key.string, ["people", "days"].contains(name) else {
        throw .invalid(path: path, line: Profile.line(key), expected: "people, days", got: key.string ?? "")
      }
      values[name] = Int(try Profile.number(key, value, 1...1_000_000, isWhole: true, path: path))
    }
    guard let people = values["people"], let days = values["days"] else {
      throw .invalid(path: path, line: Profile.line(node), expected: expected, got: node.string ?? "")
    }
    rule = GatheringRule(people: people, days: days)
  }

  private static func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

  private static func mapping(_ node: Node, expected: String, path: String) throws(ProfileError)
    -> Node.Mapping
  {
    guard case .mapping(let mapping) = node else {
      throw .invalid(path: path, line: line(node), expected: expected, got: node.string ?? "")
    }
    return mapping
  }

  private static func number(
    _ key: Node, _ value: Node, _ range: ClosedRange<Double>, isWhole: Bool, path: String
  ) throws(ProfileError) -> Double {
    guard let number = isWhole ? value.int.map({ Double($0) }) : value.float, range.contains(number) else {
      let digits = isWhole || range.lowerBound == 0 ? 0 : 1
      throw .invalid(
        path: path, line: line(key),
        expected:
          "\(key.string ?? ""): \(decimal(range.lowerBound, digits)) … \(decimal(range.upperBound, 0))",
        got: value.string ?? "")
    }
    return number
  }

  /// Where YAML itself is broken; 1 where the parser does not say.
  private static func line(of error: any Error) -> Int {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 1
    }
  }

  private static func text(_ node: Node, expected: String, path: String) throws(ProfileError) -> String {
    guard let text = node.string else {
      throw .invalid(path: path, line: node.mark?.line ?? 1, expected: expected, got: "")
    }
    return text
  }

  private static func weights(_ node: Node, path: String) throws(ProfileError) -> [CriterionName: Double] {
    guard case .mapping(let mapping) = node else {
      throw .invalid(
        path: path, line: node.mark?.line ?? 1, expected: "weights: reach: 1 …", got: node.string ?? "")
    }
    var weights: [CriterionName: Double] = [:]
    for (key, value) in mapping {
      let line = key.mark?.line ?? 1
      guard let name = CriterionName(rawValue: key.string ?? "") else {
        throw .invalid(path: path, line: line, expected: CriterionName.list, got: key.string ?? "")
      }
      guard let weight = value.float, weight >= 0, weight.isFinite else {
        throw .invalid(path: path, line: line, expected: "\(name.rawValue): 0 …", got: value.string ?? "")
      }
      weights[name] = weight
    }
    return weights
  }
}
