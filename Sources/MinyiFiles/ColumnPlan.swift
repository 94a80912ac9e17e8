import MinyiModel

/// Which column of a table is which field.
struct ColumnPlan: Sendable {
  let columns: [ColumnUse]
  /// A column's field as `OpinionField.position`, or -1.
  let targets: [Int]

  /// The plan for a header. The first column that matches a field is that field, later ones are kept as others; of
  /// `place` all are, and the first that is not empty counts. A row number is an id only where nothing else is one: the
  /// next file numbers its rows from 1 again.
  init(names: [String], map: [OpinionField: String], path: String) throws(FileError) {
    let shown = names.enumerated().map { index, name in
      let name = Whitespace.trimmed(name)
      return name.isEmpty ? ColumnPlan.name(ofColumn: index) : name
    }
    var fields = [OpinionField?](repeating: nil, count: names.count)
    for field in OpinionField.allCases {
      guard let wanted = map[field] else { continue }
      guard let index = ColumnPlan.index(of: wanted, in: shown) else {
        throw .unknownMapColumn(path: path, field: field.rawValue, column: wanted, columns: shown)
      }
      fields[index] = field
    }
    let mapped = fields
    let known = names.map { Whitespace.trimmed($0).isEmpty ? nil : HeaderNames.field(of: $0) }
    let isRowNumber = zip(names, known).map { $1 == .id && HeaderNames.isRowNumber($0) }
    let hasOtherID = zip(known, isRowNumber).contains { $0 == .id && !$1 }
    var taken = Set(map.keys)
    for index in shown.indices where fields[index] == nil {
      guard let field = known[index], !taken.contains(field) else { continue }
      if isRowNumber[index], hasOtherID { continue }
      fields[index] = field
      if field != .place { taken.insert(field) }
    }
    columns = shown.indices.map { i in
      let reason: ColumnUse.Reason? =
        mapped[i] != nil
        ? .mapped : fields[i] == nil ? known[i].map { .taken($0) } : nil
      return ColumnUse(name: shown[i], field: fields[i], reason: reason)
    }
    targets = fields.map { $0?.position ?? -1 }
    if !fields.contains(.body), !fields.contains(.title) { throw .noBodyColumn(path: path, columns: shown) }
  }

  /// What a column without a name is called.
  static func name(ofColumn index: Int) -> String { "列\(index + 1)" }

  /// The column that the user means: by its name as it stands, else by its normalised name.
  static func index(of wanted: String, in names: [String]) -> Int? {
    if let exact = names.firstIndex(of: wanted) { return exact }
    let key = HeaderNames.normalized(wanted)
    return names.firstIndex { HeaderNames.normalized($0) == key }
  }
}
