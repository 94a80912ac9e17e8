import Dispatch
import Foundation
import Minyi

/// A workspace for one run, removed with it, also when the run is interrupted: it holds what residents wrote.
final class TemporaryWorkspace {
  let path: String
  /// Open to its owner only.
  var folderPath: String { folder.path }
  private let folder: URL
  private var interruptions: [any DispatchSourceSignal] = []

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("minyi-\(UUID().uuidString)")
    path = folder.appendingPathComponent("workspace.sqlite").path
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw MinyiError(
        "无法建立临时文件夹 \(folder.path)：\(error.localizedDescription)。(cannot make a temporary folder)",
        exitCode: 73)
    }
    for number in [SIGINT, SIGTERM, SIGHUP] { removeWhenInterrupted(by: number) }
  }

  deinit { remove() }

  /// Removes the folder with everything in it.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Removes the folder at signal `number` and then ends as the signal would have ended the program.
  private func removeWhenInterrupted(by number: Int32) {
    // A signal that was ignored when the program was started (nohup, a job in the background) stays ignored.
    let before = signal(number, SIG_IGN)
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { return }
    // A queue of its own: the shared ones wait while all threads mine.
    let source = DispatchSource.makeSignalSource(
      signal: number, queue: DispatchQueue(label: "minyi.interruption"))
    source.setEventHandler { [folder] in
      try? FileManager.default.removeItem(at: folder)
      // Unblocked for this thread: whoever started the program may have blocked it for all.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, number)
      pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      _ = signal(number, SIG_DFL)
      raise(number)
    }
    source.resume()
    interruptions.append(source)
  }
}
