import ArgumentParser

/// `minyi dict`: the words of a workspace.
struct DictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dict",
    abstract: "管理工作区的词：登记、撤回、列出、试用。",
    discussion: """
      Adds, removes and lists the words of a workspace, and checks what words would change.

      示例 example:  minyi dict add 翠湖苑 云峰路 --workspace 意见.sqlite
      """,
    subcommands: [DictAddCommand.self, DictRemoveCommand.self, DictListCommand.self, DictCheckCommand.self])
}
