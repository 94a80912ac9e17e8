/// What a run was made with, as kept in its manifest.
public struct RunVersions: Codable, Sendable, Equatable {
  /// The version of Minyi.
  public var minyi = Version.minyi
  /// The version of ICU, which the boundaries of words depend on.
  public var icu = Version.icu
  /// The version of Unicode that ICU has.
  public var unicode = Version.unicode
  /// The version of SQLite.
  public var sqlite = Version.sqlite

  /// Those of this program.
  public init() {}
}
