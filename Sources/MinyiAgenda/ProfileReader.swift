import Yams

/// Why a profile or a list of weights cannot be used.
public enum ProfileError: Error, Sendable, CustomStringConvertible {
  case invalid(path: String, line: Int, expected: String, got: String)
  case unknown(name: String, available: [String])
  case badWeight(text: String)

  public var description: String {
    switch self {
    case .invalid(let path, let line, let expected, let got):
      "评分方案有误：\(path):\(line)：应为 \(expected)，实为“\(got)”。(bad profile: expected \(expected))"
    case .unknown(let name, let available):
      "没有名为“\(name)”的评分方案；可用：\(available.joined(separator: "、"))。(no such profile)"
    case .badWeight(let text):
      "权重“\(text)”无法识别；应形如 reach=2,severity=0.5，可用：\(CriterionName.list)。(bad weight; expected name=number)"
    }
  }
}

extension CriterionName {
  /// All names, for messages.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Profile {
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
      throw .invalid(path: path, line: 1, expected: "name, label, label_en, weights, minimum_people", got: "")
    }
    for (key, value) in mapping {
      let line = key.mark?.line ?? 1
      switch key.string ?? "" {
      case "name": name = try Profile.text(value, expected: "name: …", path: path)
      case "label": label.zh = try Profile.text(value, expected: "label: …", path: path)
      case "label_en": label.en = try Profile.text(value, expected: "label_en: …", path: path)
      case "weights": weights = try Profile.weights(value, path: path)
      case "minimum_people":
        guard let number = value.int, number >= 1 else {
          throw .invalid(path: path, line: line, expected: "minimum_people: 1, 2, …", got: value.string ?? "")
        }
        minimumPeople = number
      default:
        throw .invalid(
          path: path, line: line, expected: "name, label, label_en, weights, minimum_people",
          got: key.string ?? "")
      }
    }
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

  /// The profile with weights overridden by text such as `reach=2,severity=0`.
  public func overriding(_ text: String) throws(ProfileError) -> Profile {
    var profile = self
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      guard sides.count == 2, let name = CriterionName(rawValue: sides[0]), let weight = Double(sides[1]),
        weight >= 0, weight.isFinite
      else { throw .badWeight(text: String(part)) }
      profile.weights[name] = weight
    }
    return profile
  }
}
