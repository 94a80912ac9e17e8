public import MinyiAgenda

/// One thing that `verify` looked at.
public struct VerificationCheck: Sendable, Equatable {
  /// How a look came out.
  public enum Outcome: String, Sendable {
    /// As it should be; otherwise; not looked at, as `detail` says why.
    case passed, failed, skipped
  }

  /// What is looked at.
  public enum Subject: String, Sendable {
    /// The workspace's file as SQLite sees it.
    case integrity
    /// Every opinion against the hashes that were kept with it.
    case opinions
    /// The opinions against those that the last run looked at.
    case input
    /// What is kept of the last run against its manifest.
    case results
    /// Every quote against the opinion it is of.
    case quotes
    /// This program against the one that made the run.
    case versions
    /// These dictionaries against those of the run.
    case dictionaries
    /// The run made once more against its manifest.
    case rerun
    /// An exported file against its manifest.
    case file
    /// The workspace against the one that the file was exported from.
    case source
    /// The file exported once more against its manifest.
    case export
  }

  /// What was looked at.
  public var subject: Subject
  /// How that came out.
  public var outcome: Outcome
  /// What was found, for a person.
  public var detail: Wording

  /// A check that was made elsewhere.
  public init(_ subject: Subject, _ outcome: Outcome, _ detail: Wording) {
    self.subject = subject
    self.outcome = outcome
    self.detail = detail
  }

  /// Passed if `found` is what was expected.
  init(_ subject: Subject, expected: String, found: String, same: Wording) {
    self.init(
      subject, expected == found ? .passed : .failed,
      expected == found
        ? same : Wording("清单为 \(expected)，现为 \(found)", "the manifest has \(expected), found \(found)"))
  }
}
