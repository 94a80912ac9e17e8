/// What a run was made with, as kept in its manifest.
public struct RunVersions: Codable, Sendable, Equatable {
  public var minyi = Version.minyi
  public var icu = Version.icu
  public var unicode = Version.unicode
  public var sqlite = Version.sqlite

  /// Those of this program.
  public init() {}
}
