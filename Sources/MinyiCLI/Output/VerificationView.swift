import Minyi

/// What `verify` found, for people and for programs.
struct VerificationView {
  struct Report {
    /// The workspace or the file.
    var name: String
    var checks: [VerificationCheck]
  }

  let reports: [Report]
  let language: Language

  var text: String {
    reports.map { report in
      var table = TextTable(columns: [
        .init(title: language("核对", "check")), .init(title: language("结果", "outcome")),
        .init(title: language("说明", "detail")),
      ])
      table.rows = report.checks.map {
        [name(of: $0.subject), word(for: $0.outcome), language($0.detail.zh, $0.detail.en)]
      }
      return "\(report.name)\n" + table.text(width: Int.max)
    }.joined()
  }

  func json() throws -> String {
    try JSONText.pretty(
      Document(
        reports: reports.map { report in
          Document.Report(
            name: report.name, passed: !report.checks.contains { $0.outcome == .failed },
            checks: report.checks.map {
              .init(
                check: $0.subject.rawValue, outcome: $0.outcome.rawValue,
                detail: language($0.detail.zh, $0.detail.en))
            })
        }))
  }

  private struct Document: Encodable {
    struct Report: Encodable {
      var name: String
      var passed: Bool
      var checks: [Check]
    }

    struct Check: Encodable {
      var check: String
      var outcome: String
      var detail: String
    }

    var schema = 1
    var reports: [Report]
  }

  private func word(for outcome: VerificationCheck.Outcome) -> String {
    switch outcome {
    case .passed: language("相符", "passed")
    case .failed: language("不符", "failed")
    case .skipped: language("未核对", "skipped")
    }
  }

  private func name(of subject: VerificationCheck.Subject) -> String {
    switch subject {
    case .integrity: language("工作区文件", "integrity")
    case .opinions: language("意见", "opinions")
    case .input: language("归并所用的意见", "input")
    case .results: language("归并结果", "results")
    case .quotes: language("原话", "quotes")
    case .versions: language("程序版本", "versions")
    case .dictionaries: language("词典", "dictionaries")
    case .rerun: language("重新归并", "rerun")
    case .file: language("文件", "file")
    case .source: language("来源", "source")
    case .export: language("重新导出", "export")
    }
  }
}
