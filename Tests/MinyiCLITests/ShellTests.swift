import Foundation
import TestSupport
import Testing

/// Completion, the manual page, and help for slips.
struct ShellTests {
  @Test(arguments: [
    (["serch", "路灯"], "search"), (["impotr"], "import"), (["agneda"], "agenda"), (["eval"], "evaluate"),
    (["rnu", "a.csv"], "run"), (["help", "exprot"], "export"), (["dict", "lits"], "list"), (["Mine"], "mine"),
  ])
  func aSlipInACommandIsToldWhatWasMeant(_ arguments: [String], _ meant: String) throws {
    let outcome = try MinyiProcess().run(arguments)
    #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome)")
    #expect(outcome.errors.contains("did you mean \(meant)?"), "\(arguments): \(outcome)")
  }

  @Test func whatIsNearToNothingIsOnlyRefused() throws {
    let outcome = try MinyiProcess()("xyzzy")
    #expect(
      outcome.status == 64 && outcome.errors.contains("xyzzy") && !outcome.errors.contains("did you mean"))
  }

  @Test func aSlipInAnOptionIsToldWhatWasMeant() throws {
    let outcome = try MinyiProcess()("agenda", "--workspcae", "w.sqlite")
    #expect(outcome.status == 64 && outcome.errors.contains("Did you mean '--workspace'?"), "\(outcome)")
  }

  /// The folders that shells and man look in, filled as `make install` does.
  private func installed() throws -> (minyi: MinyiProcess, share: String) {
    let minyi = try MinyiProcess()
    let share = minyi.home.path + "/share"
    let outcome = try minyi.shell("'\(ProjectFiles.path("Scripts/install-shell.sh"))' \"$MINYI\" '\(share)'")
    try #require(outcome.status == 0, "\(outcome)")
    return (minyi, share)
  }

  @Test func completionsKnowCommandsAndOptions() throws {
    let (minyi, share) = try installed()
    for file in [
      "bash-completion/completions/minyi", "zsh/site-functions/_minyi",
      "fish/vendor_completions.d/minyi.fish",
    ] {
      let script = try String(contentsOfFile: share + "/" + file, encoding: .utf8)
      for name in ["search", "agenda", "workspace", "dry-run"] {
        #expect(script.contains(name), "\(file): \(name)")
      }
    }
    // Bash itself completes with it.
    let completed = try minyi.shell(
      """
      source '\(share)/bash-completion/completions/minyi'
      COMP_WORDS=(minyi sea) COMP_CWORD=1 COMP_LINE='minyi sea' COMP_POINT=9
      _minyi minyi sea minyi && echo "${COMPREPLY[@]}"
      """)
    #expect(completed.output.trimmingCharacters(in: .whitespacesAndNewlines) == "search", "\(completed)")
  }

  @Test func theManualHasEveryCommandAndOption() throws {
    let (minyi, share) = try installed()
    let page = try String(contentsOfFile: share + "/man/man1/minyi.1", encoding: .utf8)
    let plain = page.replacing("\\-", with: "-")
    #expect(page.hasPrefix(".TH MINYI 1"))
    let help = try minyi("--help").outputLines
    let start = try #require(help.firstIndex(of: "SUBCOMMANDS:"))
    let names = help[(start + 1)...].prefix { !$0.isEmpty }.compactMap { line in
      line.hasPrefix("   ") ? nil : line.split(separator: " ").first.map(String.init)
    }
    try #require(names.count > 10 && names.contains("search"))
    for name in names where name != "dict" && name != "help" {
      let section = plain.split(separator: ".SS ").first { $0.hasPrefix("minyi \(name) ") }
      let text = try #require(section, "\(name)")
      for line in try minyi(name, "--help").outputLines {
        guard let option = line.firstMatch(of: /^ {2}(?:-\w, )?(--[\w-]+)/)?.1, option != "--help" else {
          continue
        }
        #expect(text.contains("\\fB\(option)\\fR"), "\(name) \(option)")
      }
    }
    // A line that begins with a full stop is a macro.
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      #expect(
        [".TH", ".SH", ".SS", ".TP", ".B", ".I", ".PP", ".nf", ".fi"].contains(line.prefix { $0 != " " }),
        "\(line)")
    }
  }
}
