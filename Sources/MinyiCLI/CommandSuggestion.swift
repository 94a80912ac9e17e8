import ArgumentParser
import Minyi

/// Tells which command was meant by one that does not exist. The parser itself does so for options only.
enum CommandSuggestion {
  /// Throws a `MinyiError` (64) if `arguments` name a command that does not exist.
  static func check(_ arguments: some Sequence<String>, of root: any ParsableCommand.Type) throws {
    var command = root
    for argument in arguments {
      let children = command.configuration.subcommands
      if children.isEmpty || argument.hasPrefix("-") { return }
      if command == root, argument == "help" { continue }
      guard let child = children.first(where: { $0._commandName == argument }) else {
        throw error(
          argument, names: children.filter { $0.configuration.shouldDisplay }.map { $0._commandName })
      }
      command = child
    }
  }

  private static func error(_ typed: String, names: [String]) -> MinyiError {
    let near = suggestions(for: typed, among: names)
    let list = near.joined(separator: "、")
    return MinyiError(
      near.isEmpty
        ? "没有“\(typed)”这个命令；minyi --help 列出全部命令。(unknown command)"
        : "没有“\(typed)”这个命令，是不是要用 \(list)？(unknown command; did you mean \(near.joined(separator: ", "))?)",
      exitCode: 64)
  }

  /// The names nearest to what was typed, at most two slips away; else those that begin with it.
  static func suggestions(for typed: String, among names: [String]) -> [String] {
    let typed = typed.lowercased()
    let distances = names.map { ($0, EditDistance.between(typed, $0)) }
    // A slip in three letters, two in six: anything is near to a word of two letters.
    let least = distances.map(\.1).min() ?? .max
    if least <= min(2, typed.count / 3) { return distances.filter { $0.1 == least }.map(\.0) }
    return typed.count >= 2 ? names.filter { $0.hasPrefix(typed) } : []
  }
}
