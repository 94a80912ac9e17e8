/// What a finished program left behind.
public struct ProcessOutcome: Sendable, CustomStringConvertible {
  /// The exit status; nil if a signal ended the program.
  public var status: Int32?
  /// The signal that ended the program.
  public var signal: Int32?
  public var outputBytes: [UInt8]
  public var errorBytes: [UInt8]

  /// What was written to stdout.
  public var output: String { String(decoding: outputBytes, as: UTF8.self) }

  /// What was written to stderr.
  public var errors: String { String(decoding: errorBytes, as: UTF8.self) }

  /// The lines of stdout without their ends.
  public var outputLines: [String] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// For the message of a failed expectation.
  public var description: String {
    let end = status.map { "exit \($0)" } ?? "signal \(signal ?? 0)"
    return "\(end)\nstdout: \(output.prefix(600))\nstderr: \(errors.prefix(1200))"
  }
}
