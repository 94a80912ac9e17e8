import Dispatch
import Foundation
import Minyi

/// A workspace for one run, removed with it, also when the run is interrupted.
final class TemporaryWorkspace {
  let path: String
  private let folder: URL
  private var interrupts: [any DispatchSourceSignal] = []

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("minyi-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    } catch {
      throw MinyiError(
        "无法建立临时文件夹 \(folder.path)：\(error.localizedDescription)。(cannot make a temporary folder)", exitCode: 73)
    }
    self.folder = folder
    path = folder.appendingPathComponent("workspace.sqlite").path
    interrupts = [SIGINT, SIGTERM, SIGHUP].map { number in
      // The default action must be off for the source to see the signal.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        try? FileManager.default.removeItem(at: folder)
        _exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  deinit {
    for source in interrupts { source.cancel() }
    try? FileManager.default.removeItem(at: folder)
  }
}
