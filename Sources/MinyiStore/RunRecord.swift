/// The manifest of a run: enough to tell whether it would come out the same again.
public struct RunRecord: Sendable, Equatable {
  /// Parameters and dictionary hash, as JSON.
  public var settings: String
  /// Versions of Minyi, ICU, Unicode, SQLite, as JSON.
  public var versions: String
  public var opinionCount: Int
  public var documentCount: Int
  /// Hash of all assignments and labels, under the opinions' own keys.
  public var resultHash: String

  public init(settings: String, versions: String, opinionCount: Int, documentCount: Int, resultHash: String) {
    self.settings = settings
    self.versions = versions
    self.opinionCount = opinionCount
    self.documentCount = documentCount
    self.resultHash = resultHash
  }
}
