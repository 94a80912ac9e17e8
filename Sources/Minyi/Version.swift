import MinyiStore
import MinyiText

/// Versions of Minyi and of what its results depend on.
public enum Version {
  /// Minyi's own version.
  public static let minyi = "0.1.0"
  /// The installed ICU, for example `72.1`.
  public static var icu: String { ICUVersion.icu }
  /// The Unicode version of the installed ICU.
  public static var unicode: String { ICUVersion.unicode }
  /// The installed SQLite, for example `3.40.1`.
  public static var sqlite: String { WorkspaceStore.sqliteVersion }
}
