import MinyiAgenda

extension ReportPage {
  var methodFields: Fields {
    let method = document.method
    return [
      "steps": PageWords.steps(language),
      "limits": PageWords.limits(language) + [language(method.personalData)],
      "weights": method.weights.map {
        ["name": language($0.name.wording), "weight": Format.two($0.weight)] as Fields
      },
      "dropped": method.dropped.map {
        language(
          "未计入：\($0.name.wording.zh)，\($0.reason.zh)", "Not counted: \($0.name.wording.en), \($0.reason.en)")
      },
      "versions":
        (method.versions
        + [
          (language("参数", "settings"), method.settings), (language("输入哈希", "input hash"), method.inputHash),
          (language("结果哈希", "result hash"), method.resultHash),
        ]).map { ["name": $0.0, "value": $0.1] as Fields },
    ]
  }
}
