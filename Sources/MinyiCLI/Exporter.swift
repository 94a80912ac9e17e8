import Minyi

/// Exports a workspace as `ExportSettings` say: for `export`, and for `verify`, which does it once more and compares.
struct Exporter {
  let settings: ExportSettings
  let workspace: Workspace

  /// What a person is to be told.
  struct Notes {
    /// What a workbook could not take.
    var workbook = WorkbookWriter.Notes()
    /// Opinions that the results know; nil where none are exported.
    var minedCount: Int?
  }

  /// Throws for settings that no export can have, as a damaged manifest may.
  init(_ settings: ExportSettings, of workspace: Workspace) throws {
    guard let format = ExportFormat(rawValue: settings.format), Language(rawValue: settings.language) != nil,
      settings.top > 0, format != .xlsx || Exporter.isWorkbook(settings)
    else {
      throw MinyiError("导出清单里的参数无法使用。(the manifest's settings cannot be used)", exitCode: 65)
    }
    self.settings = settings
    self.workspace = workspace
  }

  /// True for what is a workbook rather than text.
  static func isWorkbook(_ settings: ExportSettings) -> Bool {
    settings.content == .xlsx
      || settings.content == .opinions && settings.format == ExportFormat.xlsx.rawValue
  }

  /// Writes to the file at `path`, whole or not at all.
  func write(to path: String) throws -> Notes {
    guard Exporter.isWorkbook(settings) else {
      var notes = Notes()
      try OutputFile.write(to: path) { notes = try write(to: &$0) }
      return notes
    }
    var notes = Notes()
    try OutputFile.replace(path) { draft in
      if settings.content == .opinions {
        let sheet = try OpinionTable(of: workspace).sheet
        notes.workbook = try WorkbookWriter.write(
          [sheet], title: "意见", comments: PersonalDataNote(of: workspace).wording.zh, to: draft)
      } else {
        let results = try workspace.results()
        notes.minedCount = results.record.opinionCount
        var workbook = ResultWorkbook(try agenda(of: results), of: workspace, results: results)
        workbook.hotCount = settings.top
        notes.workbook = try workbook.write(to: draft)
      }
    }
    return notes
  }

  /// Writes what is text.
  func write(to sink: inout TextSink) throws -> Notes {
    switch settings.content {
    case .opinions:
      let text = OpinionText(table: try OpinionTable(of: workspace))
      if settings.format == ExportFormat.csv.rawValue {
        try text.writeCSV(to: &sink, hasMark: settings.hasMark)
      } else {
        try text.writeJSONL(to: &sink)
      }
      return Notes()
    case .assignments:
      let lines = try workspace.assignments()
      try AssignmentText(lines: lines).write(
        as: ExportFormat(rawValue: settings.format) ?? .jsonl, hasMark: settings.hasMark, to: &sink)
      return Notes(minedCount: lines.count)
    case .agenda, .xlsx:
      let results = try workspace.results()
      let view = try AgendaView(
        agenda(of: results), of: workspace, results: results, top: Int.max,
        language: Language(rawValue: settings.language) ?? .zh)
      let text = try view.text(OutputFormat(rawValue: settings.format) ?? .jsonl)
      try sink.append(settings.hasMark ? text : OutputOptions.withoutMark(text))
      return Notes(minedCount: results.record.opinionCount)
    }
  }

  private func agenda(of results: RunResult) throws -> Agenda {
    var options = AgendaOptions()
    options.profile = settings.profile
    return try workspace.agenda(options, of: results)
  }
}
