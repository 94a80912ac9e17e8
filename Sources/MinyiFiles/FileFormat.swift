/// The formats that an opinion file may have. A table whose delimiter is a tab is `tsv`, any other is `csv`.
public enum FileFormat: String, Sendable, CaseIterable {
  /// `jsonl` is an object a line, `json` one array of objects, `text` a paragraph an opinion.
  case csv, tsv, jsonl, json, text, xlsx
}
