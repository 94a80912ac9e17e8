import ArgumentParser

/// The forms that results and opinions are exported in.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv, md, xlsx

  /// The same among those of text; nil for a workbook.
  var text: OutputFormat? { OutputFormat(rawValue: rawValue) }
}
