import ArgumentParser
import Minyi

/// `minyi info`: what is in the workspace.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "查看工作区里有什么：意见、导入记录、上次运行。",
    discussion: """
      Tells what is in the workspace: opinions, imports, the last run.

      示例 example:  minyi info --workspace 意见.sqlite
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var common: CommonOptions

  func run() throws {
    let opened = try workspace.open(common)
    let lang = common.lang
    var lines = [
      lang("工作区：", "workspace: ") + opened.path,
      lang("意见：\(try opened.opinionCount()) 条", "opinions: \(try opened.opinionCount())"),
    ]
    if try opened.keepsPersonalData() {
      lines.append(lang("个人信息：按原样保留", "personal data: kept as it stands"))
    }
    let imports = try opened.imports().map { ImportView(language: lang).summary($0) }
    if !imports.isEmpty { lines.append(lang("导入记录：", "imports:")) }
    lines += imports
    do {
      let results = try opened.results()
      lines += [
        lang(
          "上次运行：\(results.record.opinionCount) 条意见、\(results.record.documentCount) 种文本 → "
            + "\(results.concerns.count) 个诉求点、\(results.themes.count) 个主题",
          "last run: \(results.record.opinionCount) opinions, \(results.record.documentCount) texts → "
            + "\(results.concerns.count) concerns, \(results.themes.count) themes"),
        lang("参数：", "settings: ") + results.record.settings,
        lang("版本：", "versions: ") + results.record.versions,
        lang("输入哈希：", "input hash: ") + results.record.inputHash,
        lang("结果哈希：", "result hash: ") + results.record.resultHash,
      ]
    } catch StoreError.noRun {
      lines.append(lang("还没有运行 minyi mine。", "not mined yet"))
    }
    try opened.close()
    try Terminal.write(lines.joined(separator: "\n") + "\n")
  }
}
