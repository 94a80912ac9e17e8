import ArgumentParser
import CMalloc
import Foundation
import Minyi

/// Parses the command line, runs the command, and turns what went wrong into a sentence and an exit status.
@main
enum EntryPoint {
  static func main() {
    // A closed pipe is noticed when writing, and is success.
    signal(SIGPIPE, SIG_IGN)
    // One pool of memory for two threads: what one has freed the other can use.
    cmalloc_limit_arenas(Int32(max(1, ProcessInfo.processInfo.activeProcessorCount / 2)))
    do {
      try CommandSuggestion.check(CommandLine.arguments.dropFirst(), of: MinyiCommand.self)
      var command = try MinyiCommand.parseAsRoot()
      try command.run()
    } catch let error where error is ExitCode || error is CleanExit || isUsage(error) {
      MinyiCommand.exit(withError: error)
    } catch {
      let error = MinyiError(error)
      Terminal.writeError("minyi: \(error)\n")
      exit(error.exitCode)
    }
  }

  /// True for the parser's own errors, which it explains itself.
  private static func isUsage(_ error: any Error) -> Bool {
    error is ValidationError || MinyiCommand.exitCode(for: error) != .failure
  }
}
