/// What a program took, its start included.
public struct ProcessUsage: Sendable, CustomStringConvertible {
  /// Of all its threads. Other work on the machine hardly changes it, as it does the clock.
  public var processorSeconds: Double
  public var wallSeconds: Double
  /// Resident at most, mapped files included.
  public var peakMegabytes: Double

  /// As MeasuredRun writes it; nil for anything else.
  init?(_ line: String) {
    let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard numbers.count == 3 else { return nil }
    wallSeconds = numbers[0] / 1e6
    processorSeconds = numbers[1] / 1e6
    peakMegabytes = numbers[2] / 1024
  }

  public var description: String {
    "\(processorSeconds) s, by the clock \(wallSeconds) s, \(peakMegabytes) MB"
  }
}
