/// Why a profile or a list of weights cannot be used.
public enum ProfileError: Error, Sendable, CustomStringConvertible {
  /// A profile that cannot be read: what is allowed at that line, and what stands there.
  case invalid(path: String, line: Int, expected: String, got: String)
  /// There is no profile of that name; `available` are those that there are.
  case unknown(name: String, available: [String])
  /// A part of a list of weights that is no `name=number` with a number of 0 or more.
  case badWeight(text: String)
  /// All weights of that profile are 0.
  case noWeight(name: String)
  /// A rule that is not of the form `people=5,days=30`, or the part of it that is wrong.
  case badRule(text: String)

  public var description: String {
    switch self {
    case .invalid(let path, let line, let expected, let got):
      "评分方案有误：\(path):\(line)：应为 \(expected)，实为“\(got)”。(bad profile: expected \(expected))"
    case .unknown(let name, let available):
      "没有名为“\(name)”的评分方案；可用：\(available.joined(separator: "、"))。(no such profile)"
    case .badWeight(let text):
      "权重“\(text)”无法识别；应形如 reach=2,severity=0.5，可用：\(CriterionName.list)。(bad weight; expected name=number)"
    case .noWeight(let name):
      "方案“\(name)”的权重全部为 0，无法评分；至少给一项标准大于 0 的权重，可用：\(CriterionName.list)。"
        + "(all weights are 0: give one criterion a weight above 0)"
    case .badRule(let text):
      "规则“\(text)”无法识别；应形如 people=5,days=30，两个数都是 1 以上的整数。(bad rule; expected people=5,days=30)"
    }
  }
}

extension CriterionName {
  /// All names, for messages.
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
