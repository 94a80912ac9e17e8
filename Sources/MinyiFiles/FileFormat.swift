/// The formats that an opinion file may have. A table whose delimiter is a tab is `tsv`, any other is `csv`.
public enum FileFormat: String, Sendable, CaseIterable {
  case csv, tsv, jsonl, json, text, xlsx
}
