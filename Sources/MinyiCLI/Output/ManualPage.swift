import Foundation
import Minyi

/// The manual page, made of what the commands say of themselves.
struct ManualPage {
  private let root: Command

  /// The parts of ArgumentParser's description of a program (`--experimental-dump-help`) that the page shows.
  private struct Tool: Decodable { var command: Command }

  private struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Command]?
    var arguments: [Argument]?
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var abstract: String?
  }

  /// - Parameter description: JSON.
  init(description: String) throws {
    root = try JSONDecoder().decode(Tool.self, from: Data(description.utf8)).command
  }

  /// In the macros of man(7).
  var text: String {
    var lines = [
      ".TH MINYI 1 \"\" \"Minyi \(Version.minyi)\" \"民意\"",
      ".SH NAME", "minyi \\- " + ManualPage.escaped(root.abstract ?? ""),
      ".SH SYNOPSIS", ".B minyi", ".I command", "[\\fIoptions\\fR]",
      ".SH DESCRIPTION",
    ]
    lines += ManualPage.paragraphs(root.discussion)
    lines.append(".SH COMMANDS")
    for command in shown(root) { lines += section(command, path: "minyi") }
    lines += [".SH ENVIRONMENT"]
    for (name, use) in ManualPage.environment { lines += [".TP", ".B \(name)", use] }
    lines.append(".SH EXIT STATUS")
    for (code, meaning) in ManualPage.statuses { lines += [".TP", ".B \(code)", meaning] }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let environment = [
    ("MINYI_WORKSPACE", "工作区文件，同 --workspace。The workspace file."),
    ("MINYI_DICTIONARIES", "词典文件夹。The folder of dictionaries."), ("NO_COLOR", "不用颜色。No colours."),
  ]

  private static let statuses = [
    ("0", "成功。Done."), ("1", "检查不通过，或没有结果。A check failed, or nothing was found."), ("64", "用法不对。Wrong use."),
    ("65", "数据不对。Bad data."), ("66", "找不到文件、工作区或编号。Not there."), ("70", "程序的错误。A bug."),
    ("73, 74", "不能写、磁盘或数据库出错。Cannot write."),
  ]

  private func shown(_ command: Command) -> [Command] {
    (command.subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  private func section(_ command: Command, path: String) -> [String] {
    let name = path + " " + command.commandName
    let inner = shown(command)
    if !inner.isEmpty { return inner.flatMap { section($0, path: name) } }
    let arguments = (command.arguments ?? []).filter { $0.shouldDisplay && $0.names?.first?.name != "help" }
    let places = arguments.filter { $0.kind == "positional" }.map { argument in
      let text =
        "\\fI\(ManualPage.escaped(argument.valueName ?? ""))\\fR" + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(text)]" : text
    }
    var lines = [".SS " + ([name] + places + ["[options]"]).joined(separator: " ")]
    lines += [ManualPage.escaped(command.abstract ?? ""), ".PP"] + ManualPage.paragraphs(command.discussion)
    for argument in arguments where argument.kind != "positional" {
      let names = (argument.names ?? []).map { "\\fB\(ManualPage.escaped($0.text))\\fR" }.joined(
        separator: ", ")
      let value = argument.kind == "option" ? " \\fI\(ManualPage.escaped(argument.valueName ?? ""))\\fR" : ""
      lines += [".TP", names + value, ManualPage.escaped(argument.abstract ?? "")]
    }
    return lines
  }

  /// Text as it stands, line by line: examples keep their lines.
  private static func paragraphs(_ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return [".nf"] + lines.map { escaped(String($0)) } + [".fi"]
  }

  /// Without anything that the macros would read as theirs.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\n", with: " ")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
