import Minyi

/// A benchmark as a table, beside an earlier one where there is one.
struct BenchmarkView {
  let document: BenchmarkDocument
  let old: BenchmarkDocument?
  let language: Language

  /// Nobody cares for less, however sure it is.
  private static let leastChange = 0.05

  var text: String {
    var table = TextTable(columns: [
      .init(title: language("阶段", "stage")), .init(title: language("秒", "seconds"), isRight: true),
      .init(title: language("最快–最慢", "fastest–slowest"), isRight: true),
      .init(title: language("条/秒", "opinions/s"), isRight: true), .init(title: "MB", isRight: true),
    ])
    if old != nil {
      table.columns += [
        .init(title: language("以前", "before"), isRight: true),
        .init(title: language("倍数", "ratio"), isRight: true), .init(title: language("变化", "change")),
      ]
    }
    table.rows = (document.stages + [document.run]).map(row)
    return head + table.text(width: Terminal.columnCount) + quality
  }

  private var head: String {
    let (machine, input) = (document.machine, document.input)
    return "\(input.file)：\(input.opinions) \(language("条", "opinions"))、\(input.texts) "
      + "\(language("种文本", "texts"))，\(document.repeats) \(language("次", "runs"))，"
      + "\(document.threads) \(language("线程", "threads"))\n"
      + "minyi \(document.versions.minyi) (ICU \(document.versions.icu), SQLite \(document.versions.sqlite))，"
      + "\(machine.processor) × \(machine.processors)，\(machine.memoryMegabytes) MB，\(machine.system)\n\n"
  }

  private func row(_ stage: BenchmarkDocument.Stage) -> [String] {
    let row = [
      name(of: stage.name), threeDecimals(stage.seconds),
      "\(threeDecimals(stage.fastest))–\(threeDecimals(stage.slowest))", "\(Int(stage.rate))",
      "\(Int(stage.peakMegabytes.rounded()))",
    ]
    guard let old else { return row }
    guard let before = (old.stages + [old.run]).first(where: { $0.name == stage.name }), before.seconds > 0
    else { return row + ["", "", ""] }
    return row + [
      threeDecimals(before.seconds), threeDecimals(stage.seconds / before.seconds), change(stage, before),
    ]
  }

  /// Beyond noise where several runs of the two do not overlap, and the medians differ by a twentieth.
  private func change(_ stage: BenchmarkDocument.Stage, _ before: BenchmarkDocument.Stage) -> String {
    // One run has no spread: what looks like a change may be noise.
    guard document.repeats > 1, let old, old.repeats > 1 else { return "" }
    let ratio = stage.seconds / before.seconds
    if stage.fastest > before.slowest, ratio > 1 + BenchmarkView.leastChange {
      return language("更慢", "slower")
    }
    if stage.slowest < before.fastest, ratio < 1 - BenchmarkView.leastChange {
      return language("更快", "faster")
    }
    return ""
  }

  private var quality: String {
    document.quality.map { quality in
      let agreement = quality.agreement
      let kind = quality.kind == .theme ? language("主题", "themes") : language("诉求点", "concerns")
      return
        "\n\(kind)（\(quality.evaluated) \(language("条", "opinions"))）：NMI \(threeDecimals(agreement.nmi))  "
        + "ARI \(threeDecimals(agreement.ari))  \(language("准确率", "accuracy")) \(threeDecimals(agreement.accuracy))  "
        + "\(language("纯度", "purity")) \(threeDecimals(agreement.purity))  F1 \(threeDecimals(agreement.bestF1))\n"
    }.joined()
  }

  private func name(of stage: String) -> String {
    guard let stage = StageClock.Stage(rawValue: stage) else { return language("文件→清单", "file to agenda") }
    return switch stage {
    case .import: language("导入", "import")
    case .index: language("分词建索引", "index")
    case .copies: language("近似重复", "copies")
    case .concerns: language("诉求点", "concerns")
    case .themes: language("主题", "themes")
    case .name: language("命名", "name")
    case .keep: language("保存结果", "keep")
    case .rank: language("排序", "rank")
    case .load: language("准备打分", "load scorer")
    case .score: language("打分", "score")
    }
  }
}
