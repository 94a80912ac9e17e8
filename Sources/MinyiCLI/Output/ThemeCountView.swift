import Minyi

/// The curve behind the number of themes.
struct ThemeCountView {
  let curve: ThemeCountCurve
  let language: Language

  /// Columns of the longest bar.
  private static let barLength = 40

  var text: String {
    if curve.points.isEmpty {
      return language(
        "意见太少（\(curve.texts) 种文本），按篇数定为 \(curve.count) 个主题。\n",
        "too few texts (\(curve.texts)): \(curve.count) themes by their number\n")
    }
    return head + table.text(width: Terminal.columnCount) + tail
  }

  private var head: String {
    language(
      "\(curve.texts) 种文本分成两半，从一半学到的主题能把另一半的用词说准多少：\n",
      "\(curve.texts) texts in two halves: how well themes learnt from one foretell the words of the other\n")
  }

  private var table: TextTable {
    var table = TextTable(columns: [
      .init(title: language("主题", "themes"), isRight: true),
      .init(title: language("得益", "gain"), isRight: true),
      .init(title: language("误差", "error"), isRight: true), .init(title: ""),
    ])
    let top = curve.points.map(\.gain).max() ?? 0
    table.rows = curve.points.map { point in
      let length = top > 0 ? Int((max(0, point.gain) / top * Double(ThemeCountView.barLength)).rounded()) : 0
      let mark = point.count == curve.count ? language(" ← 选定", " ← chosen") : ""
      return [
        "\(point.count)", twoDecimals(point.gain), point.gain == top ? "" : "± " + twoDecimals(point.error),
        String(repeating: "━", count: length) + mark,
      ]
    }
    return table
  }

  private var tail: String {
    language(
      "得益：每种文本的对数似然比不分主题高多少。误差：与最高一行之差的标准误。\n选定的是与最高一行相差不超过误差的最小个数。要别的个数：--themes K。\n",
      "gain: log-likelihood of a text over that without themes;\n"
        + "error: standard error of the difference from the best row.\n"
        + "chosen: the smallest number within one error of the best. For another: --themes K\n")
  }
}
