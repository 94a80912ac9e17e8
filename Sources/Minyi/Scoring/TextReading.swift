import MinyiAgenda
import MinyiIndex

/// What scoring found in a text, which follows from its cleaned title and body and the model alone. Small, since many are
/// kept.
struct TextReading: Sendable {
  var severityWords: [String]
  var requests: [String]
  private let probability: Double
  private let groups: (Int32, Int32)
  private let dots: (UInt32, UInt32)
  private let themeNumber: Int32
  private let textNumber: Int32
  private let grade: Int8
  let status: OpinionScore.Status

  init(
    status: OpinionScore.Status, nearest: CentroidSearch.Match?, runnerUp: CentroidSearch.Match?,
    theme: (theme: Int, probability: Double)?, signals: TextSignals, knownText: Int32?
  ) {
    self.status = status
    groups = (nearest.map { Int32($0.group) } ?? -1, runnerUp.map { Int32($0.group) } ?? -1)
    dots = (nearest?.dot ?? 0, runnerUp?.dot ?? 0)
    themeNumber = theme.map { Int32($0.theme) } ?? -1
    probability = theme?.probability ?? 0
    grade = Int8(signals.severity)
    severityWords = signals.severityWords
    requests = signals.requests
    textNumber = knownText ?? -1
  }

  /// Groups of `ScoringModel.centroids`.
  var nearest: CentroidSearch.Match? { match(groups.0, dots.0) }
  var runnerUp: CentroidSearch.Match? { match(groups.1, dots.1) }
  var theme: (theme: Int, probability: Double)? {
    themeNumber < 0 ? nil : (Int(themeNumber), probability)
  }
  var severity: Int { Int(grade) }
  /// Its position in `ScoringModel.texts`, if it is in the workspace.
  var knownText: Int? { textNumber < 0 ? nil : Int(textNumber) }

  private func match(_ group: Int32, _ dot: UInt32) -> CentroidSearch.Match? {
    group < 0 ? nil : CentroidSearch.Match(group: Int(group), dot: dot)
  }
}
