import Foundation
public import MinyiStore

/// The manifest of a run as it stands beside an exported file.
public struct RunManifest: Codable, Sendable, Equatable {
  /// nil where it cannot be read, as of a newer version.
  public var settings: RunSettings?
  public var versions: RunVersions?
  public var opinions: Int
  public var texts: Int
  public var inputHash: String
  public var resultHash: String

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
