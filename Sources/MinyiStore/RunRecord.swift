/// The manifest of a run: enough to tell whether it would come out the same again.
public struct RunRecord: Sendable, Equatable {
  /// Parameters and dictionary hash, as JSON.
  public var settings: String
  /// Versions of Minyi, ICU, Unicode, SQLite, as JSON.
  public var versions: String
  /// Opinions that the run looked at: all that the workspace had.
  public var opinionCount: Int
  /// Distinct cleaned texts of those opinions.
  public var documentCount: Int
  /// `WorkspaceStore.inputHash()` of the opinions that were looked at; empty for runs of versions that did not keep it.
  public var inputHash: String
  /// Hash of all assignments and labels, under the opinions' own keys.
  public var resultHash: String

  /// A manifest; `settings` and `versions` are JSON already.
  public init(
    settings: String, versions: String, opinionCount: Int, documentCount: Int, inputHash: String = "",
    resultHash: String
  ) {
    self.settings = settings
    self.versions = versions
    self.opinionCount = opinionCount
    self.documentCount = documentCount
    self.inputHash = inputHash
    self.resultHash = resultHash
  }
}
