import MinyiAgenda
import MinyiFiles
import MinyiStore

/// The sheet that says how the results came about: fates of rows, settings, versions.
struct NotesSheet {
  let workspace: Workspace
  let agenda: Agenda
  let results: RunResult

  var draft: SheetDraft {
    get throws {
      var lines: [(String, String)] = try workspace.imports().map { record in
        (
          "导入 \(record.file)",
          "\(record.format)，\(record.encoding)：读取 \(record.rows) 行 = 新增 \(record.imported) + 更新 \(record.updated)"
            + " + 未变 \(record.unchanged) + 空白 \(record.blank) + 有误 \(record.malformed)"
            + (record.keepsPersonalData ? "；个人信息按原样保留" : "")
        )
      }
      let record = results.record
      lines += [
        (
          "归并结果",
          "\(record.opinionCount) 条意见、\(record.documentCount) 种文本 → \(results.concerns.count) 个诉求点、\(results.themes.count) 个主题"
        ), ("评分方案", agenda.profile), ("视角", agenda.lens.rawValue),
      ]
      lines += agenda.dropped.map { ("未计入：\($0.name.wording.zh)", $0.reason.zh) }
      lines += [
        ("热度指数", "议题得分，0 到 100，各项标准加权得出；用 minyi explain 问题ID 逐项查看。"),
        ("排名范围", "换一批同样的群众来反映时，名次在其中的可能为九成。"),
        (
          "稳", "把各项标准的权重随机增减一半（各自独立，200 次），仍在前 \(agenda.first) 名内的比例。"
        ),
        ("个人信息", try PersonalDataNote(of: workspace).wording.zh),
        ("单元格", "超过 32,767 字的内容以“……”截断，全文见 minyi export opinions。"),
        ("参数", record.settings), ("版本", record.versions), ("输入哈希", record.inputHash),
        ("结果哈希", record.resultHash),
        ("意见内容哈希", try workspace.contentHash().description),
      ]
      return SheetDraft(
        ResultWorkbook.Name.notes,
        columns: [.init("项目", width: 30), .init("内容", width: 100, isWrapped: true)],
        rows: lines.map { [.text($0.0), SheetCell($0.1)] })
    }
  }
}
