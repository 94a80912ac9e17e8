import ArgumentParser
import Minyi

/// `minyi edit CONCERN`: what an analyst knows better.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "修改诉求点：改名、合并、分出、隐藏；以后的运行照样有效。",
    discussion: """
      Changes a concern: its label, what belongs to it, whether it is on the agenda. Later runs keep the change. What was
      mined stays as it was, so that --undo takes the last change back.

      示例 example:  minyi edit 3 --label 滨河路路灯不亮 --workspace 意见.sqlite
                     minyi edit 3 --merge 17 --workspace 意见.sqlite
                     minyi edit 3 --split 188006,188007 --label 滨河路积水 --workspace 意见.sqlite
      """)

  @Argument(help: ArgumentHelp("诉求点编号。The number of the concern.", valueName: "concern"))
  var concern: Int32?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "新的名称；与 --split 同用时是分出部分的名称。A label; with --split that of the part.", valueName: "text"))
  var label: String?

  @Option(name: .long, help: ArgumentHelp("并入这些诉求点。Concerns that go into it.", valueName: "concern,…"))
  var merge: String?

  @Option(
    name: .long,
    help: ArgumentHelp("把这些意见分出，成为新的诉求点。Opinions that leave it for a new one.", valueName: "id,…"))
  var split: String?

  @Flag(name: .long, help: "从议题清单上隐藏。Take it off the agenda.")
  var hide = false

  @Flag(name: .long, help: "恢复显示。Put it back on the agenda.")
  var unhide = false

  @Flag(name: .long, help: "撤回最近一次修改。Take the last change back.")
  var undo = false

  @Flag(name: .long, help: "列出全部修改。List all changes.")
  var list = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    let changes = [label != nil || split != nil, merge != nil, hide, unhide].count { $0 }
    let others = [undo, list].count { $0 }
    if concern == nil ? changes > 0 || others != 1 : changes != 1 || others > 0 {
      throw ValidationError(
        "请给出诉求点编号和一种修改（--label、--merge、--split、--hide、--unhide），或者 --list、--undo。"
          + "(give a concern and one change, or --list, or --undo)")
    }
  }

  func run() throws {
    let opened = try workspace.open(common)
    let view = EditView(language: common.lang)
    var lines: [String]
    if let concern {
      let before = try opened.edits().count
      try change(ConcernID(rawValue: concern), in: opened)
      lines = try opened.edits().dropFirst(before).map(view.line)
    } else if undo {
      lines = [
        try opened.undoEdit().map { common.lang("已撤回：", "taken back: ") + view.line($0) }
          ?? common.lang("没有可撤回的修改。", "there is no change to take back.")
      ]
    } else {
      lines = try opened.edits().map(view.line)
      if lines.isEmpty { lines = [common.lang("没有修改过。", "nothing was changed.")] }
    }
    try opened.close()
    try Terminal.write(lines.joined(separator: "\n") + "\n")
  }

  private func change(_ id: ConcernID, in opened: Workspace) throws {
    if let split {
      _ = try opened.split(id, split.split(separator: ",").map { String($0) }, label: label)
    } else if let label {
      try opened.label(id, label)
    }
    if let merge {
      let others = try merge.split(separator: ",").map { part in
        guard let number = Int32(part) else { throw MinyiError.unknownConcern(String(part)) }
        return ConcernID(rawValue: number)
      }
      try opened.merge(others, into: id)
    }
    if hide || unhide { try opened.hide(id, hide) }
  }
}
