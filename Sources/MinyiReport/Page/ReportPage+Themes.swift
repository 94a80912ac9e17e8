extension ReportPage {
  var themeFields: Fields {
    let total = document.themes.reduce(0) { $0 + $1.opinions }
    return [
      "themeNote": language("\(document.themes.count) 个", "\(document.themes.count)"),
      "treemap": ThemeTreemap(themes: document.themes, language: language).svg,
      "themes": document.themes.map { theme($0, total: total) },
      "map": document.map.map(map) ?? false as Any,
      "heatTables": document.heatTables.map(heatTable),
    ]
  }

  private func theme(_ theme: ReportTheme, total: Int) -> Fields {
    let more = theme.concernCount - theme.concerns.count
    let share = Format.percent(Double(theme.opinions) / Double(max(1, total)))
    return [
      "id": theme.id, "label": theme.label, "style": ThemeColor.style(theme.id),
      "count": language(
        "\(Format.count(theme.opinions)) 条，\(share)", "\(Format.count(theme.opinions)) opinions, \(share)"),
      "terms": theme.terms.joined(separator: language.comma),
      "concerns": theme.concerns.map { concern in
        [
          "id": concern.id, "label": concern.label, "isShown": concern.isShown,
          "count": language("\(concern.opinions) 条", "\(concern.opinions)"),
        ] as Fields
      },
      "rest": more > 0
        ? language("另有 \(Format.count(more)) 个较小的诉求点", "and \(Format.count(more)) smaller concerns") as Any
        : false,
    ]
  }

  private func map(_ map: OpinionMap) -> Fields {
    let drawn = Format.count(map.points.count)
    let sample =
      map.points.count < map.textCount
      ? language(
        "共 \(Format.count(map.textCount)) 种文本，画出 \(drawn) 种：按内容哈希排序后等距抽取，各主题按原有比例出现。",
        "\(drawn) of \(Format.count(map.textCount)) texts are drawn: an even sample in the order of their content hashes, "
          + "so every theme has its share.")
      : language("全部 \(drawn) 种文本。", "All \(drawn) texts.")
    return [
      "note": sample
        + language(
          "一点是一种文本，颜色是主题，说得越像离得越近；横竖方向和远处的距离没有含义。",
          " A point is a text, its colour the theme; near points say the like. Axes and far distances mean nothing."
        ),
      "svg": MapChart(map: map, themes: document.themes, language: language).svg,
    ]
  }

  private func heatTable(_ table: HeatTable) -> Fields {
    var note = language(
      "格中是人数（同一人在同一格只计一次）。▲ ▼ 和颜色标出比按行列合计推算明显多或少的格：调整后的标准化残差，"
        + "双侧检验，Benjamini–Hochberg 假发现率 5%；推算不足 5 人的格不检验。",
      "People (one person once a cell). ▲ ▼ and colour mark cells with clearly more or fewer than row and column totals "
        + "would give: adjusted residuals, two-sided, false discovery rate 5 % (Benjamini–Hochberg); cells that expect "
        + "fewer than 5 are not tested.")
    if table.hiddenRows > 0 {
      note +=
        language("另有 \(table.hiddenRows) 个主题", " \(table.hiddenRows) themes")
        + language("没有列出。", " are not shown.")
    }
    if table.hiddenColumns > 0 {
      note +=
        table.column == .place
        ? language("另有 \(table.hiddenColumns) 个地区没有列出。", " \(table.hiddenColumns) places are not shown.")
        : language(
          "更早的 \(table.hiddenColumns) 期没有列出。", " \(table.hiddenColumns) earlier periods are not shown.")
    }
    return [
      "id": table.column.rawValue,
      "title": table.column == .place
        ? language("主题 × 地区", "Theme × place") : language("主题 × 时间", "Theme × time"),
      "note": note, "columns": table.columns,
      "rows": table.rows.indices.map { r in
        [
          "name": table.rows[r],
          "cells": table.columns.indices.map { c in heatCell(table, r, c) },
        ] as Fields
      },
    ]
  }

  private func heatCell(_ table: HeatTable, _ r: Int, _ c: Int) -> Fields {
    let cell = table.cells[r][c]
    let expected = Format.one(cell.expected)
    let title =
      cell.isTested
      ? language(
        "推算 \(expected) 人，残差 \(Format.one(cell.residual))",
        "expected \(expected), residual \(Format.one(cell.residual))")
      : language("推算 \(expected) 人，太少，不检验", "expected \(expected): too few to test")
    return [
      "style": cell.style, "count": Format.count(table.counts[r][c]),
      "mark": cell.mark.isEmpty ? false as Any : cell.mark, "title": title,
    ]
  }
}
