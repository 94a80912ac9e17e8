import ArgumentParser
import Minyi

/// `minyi manual`: the manual page, for `make install`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "打印手册页（man 格式）。", discussion: "Prints the manual page.",
    shouldDisplay: false)

  func run() throws {
    try Terminal.write(try ManualPage(description: MinyiCommand._dumpHelp()).text)
  }
}
