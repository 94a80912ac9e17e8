import Foundation
public import MinyiStore

/// The manifest of a run as it stands beside an exported file.
public struct RunManifest: Codable, Sendable, Equatable {
  /// nil where it cannot be read, as of a newer version.
  public var settings: RunSettings?
  /// Those of the run; nil where they cannot be read.
  public var versions: RunVersions?
  /// Opinions that the run looked at.
  public var opinions: Int
  /// Distinct cleaned texts of those opinions.
  public var texts: Int
  /// `RunRecord.inputHash`; empty for runs of versions that did not keep it.
  public var inputHash: String
  /// `RunRecord.resultHash`.
  public var resultHash: String

  /// The record with its JSON parsed.
  public init(_ record: RunRecord) {
    let decoder = JSONDecoder()
    settings = try? decoder.decode(RunSettings.self, from: Data(record.settings.utf8))
    versions = try? decoder.decode(RunVersions.self, from: Data(record.versions.utf8))
    opinions = record.opinionCount
    texts = record.documentCount
    inputHash = record.inputHash
    resultHash = record.resultHash
  }
}
