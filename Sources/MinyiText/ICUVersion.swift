import CICU

/// The versions of the installed ICU.
public enum ICUVersion {
  /// For example `72.1`.
  public static var icu: String { text(cicu_icu_version) }

  /// For example `15.0`.
  public static var unicode: String { text(cicu_unicode_version) }

  private static func text(_ fill: (UnsafeMutablePointer<CChar>, Int32) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 20) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      start.initialize(repeating: 0, count: 20)
      fill(start, 20)
      return String(cString: start)
    }
  }
}
