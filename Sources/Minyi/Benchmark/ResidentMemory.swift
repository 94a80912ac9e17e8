import Foundation

/// The memory of this process, as Linux counts it.
enum ResidentMemory {
  /// The most that was resident since the last reset; 0 where the system does not tell.
  static var peakMegabytes: Double {
    let status = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) } ?? 0
    return kilobytes / 1024
  }

  /// Begins anew; where that is not allowed the peak is that of the process.
  static func resetPeak() {
    guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
    try? file.write(contentsOf: Data("5".utf8))
    try? file.close()
  }
}
