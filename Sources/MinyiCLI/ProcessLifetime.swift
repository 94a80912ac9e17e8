/// Large results that a command ends with: they are freed with the process, not one by one, which takes a tenth of a second
/// for a hundred thousand opinions.
enum ProcessLifetime {
  private final class Kept<Value> {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  /// Keeps `value` until the process ends.
  static func keep<Value>(_ value: Value) { _ = Unmanaged.passRetained(Kept(value)) }
}
