import Dispatch
import Foundation
import Minyi
import Synchronization

/// Scores the opinion files of a folder as they arrive, until it is interrupted.
///
/// A file is taken once its size and time stayed the same from one look to the next. What comes of it stands in a file of
/// its own, whole or not at all; a file that changes later is scored again.
struct FolderWatch {
  /// Thrown on the way through a file when the person wants to stop.
  struct Interruption: Error {}

  let folder: String
  let outputFolder: String
  let common: CommonOptions

  private static let intervalMilliseconds = 500

  /// What tells one state of a file from another.
  private struct State: Equatable {
    var byteCount: Int
    var time: Date
  }

  /// Throws where there is no such folder.
  static func check(_ folder: String, _ outputFolder: String?) throws {
    for path in [folder, outputFolder ?? folder] {
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || !isFolder.boolValue {
        throw MinyiError("没有文件夹 \(path)。(no such folder)", exitCode: 66)
      }
    }
  }

  /// Lets `score` write what comes of each file until the program is interrupted.
  func run(
    suffix: String,
    _ score: (
      _ path: String, _ write: ([UInt8]) throws -> Void, _ isInterrupted: () -> Bool
    ) throws -> ScoringSummary
  ) throws {
    let interruption = DispatchSemaphore(value: 0)
    let isInterrupted = Atomic<Bool>(false)
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(
        signal: number, queue: DispatchQueue(label: "minyi.interruption"))
      source.setEventHandler {
        isInterrupted.store(true, ordering: .relaxed)
        interruption.signal()
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    common.note("监视 \(folder)，按 Ctrl-C 结束", "watching \(folder); Ctrl-C ends")
    var seen: [String: State] = [:]
    var done: [String: State] = [:]
    while !isInterrupted.load(ordering: .relaxed) {
      let files = files()
      for (name, state) in files where seen[name] == state && done[name] != state {
        if isInterrupted.load(ordering: .relaxed) { break }
        done[name] = state
        let target = outputFolder + "/" + name + ".scored." + suffix
        if let written = FolderWatch.state(of: target), written.time > state.time { continue }
        do {
          var summary = ScoringSummary()
          try OutputFile.write(to: target) { sink in
            summary = try score(
              folder + "/" + name, { bytes in try sink.append { $0 += bytes } },
              { isInterrupted.load(ordering: .relaxed) })
          }
          let counts = ScoreSummaryView(language: common.lang).counts(summary).dropLast()
          common.note("\(name) → \(target)：\(counts)", "\(name) → \(target): \(counts)")
        } catch is Interruption {
          break
        } catch {
          // One bad file must not keep the next from being scored.
          Terminal.writeError("minyi: \(MinyiError(error))\n")
        }
      }
      seen = Dictionary(uniqueKeysWithValues: files)
      if interruption.wait(timeout: .now() + .milliseconds(FolderWatch.intervalMilliseconds)) == .success {
        break
      }
    }
  }

  /// The opinion files of the folder, by name.
  private func files() -> [(String, State)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { InputFiles.isOpinionFile($0) && !$0.contains(".scored.") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { name in FolderWatch.state(of: folder + "/" + name).map { (name, $0) } }
  }

  /// nil for what is no file, or is gone.
  private static func state(of path: String) -> State? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular, let byteCount = attributes[.size] as? Int,
      let time = attributes[.modificationDate] as? Date
    else { return nil }
    return State(byteCount: byteCount, time: time)
  }
}
