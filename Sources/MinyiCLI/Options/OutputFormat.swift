import ArgumentParser

/// How and where results are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv, md
}
