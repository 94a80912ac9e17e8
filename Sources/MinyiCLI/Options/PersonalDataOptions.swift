import ArgumentParser
import Minyi

/// What becomes of names, phones and identity numbers.
struct PersonalDataOptions: ParsableArguments {
  @Flag(
    name: .long,
    help: ArgumentHelp(
      "不遮蔽个人信息，按原样保存；工作区和导出文件都会注明。Keep names, phones and the like as they stand; workspace and exports say so."
    ))
  var keepPersonalData = false

  /// Says it aloud, also with `--quiet`: it cannot be undone.
  func warn(_ common: CommonOptions) {
    guard keepPersonalData else { return }
    Terminal.writeError(
      common.lang(
        "注意：姓名、电话、身份证号等个人信息将按原样保存在工作区中，并出现在引文和导出文件里。\n",
        "warning: names, phones, identity numbers are kept as they stand in the workspace, and go into quotes and exports\n"
      ))
  }
}
