import MinyiFiles

/// A file of gold labels: the classes that themes are compared with, and those for concerns. Often they are the same.
public struct GoldFile: Sendable {
  /// What themes are compared with; the same as `concerns` where the file has one column of classes.
  public let themes: GoldLabels
  /// What concerns are compared with; the same as `themes` where the file has one column of classes.
  public let concerns: GoldLabels

  /// The labels that groupings of this kind are compared with.
  public subscript(kind: GroupingKind) -> GoldLabels { kind == .theme ? themes : concerns }

  /// Names of columns with classes, the surest first. Names that columns of opinions have (主题, 诉求) are none of them.
  private static let names = words(
    """
    label class gold gold_label category cluster 标签 类别 分类 类目 人工标签 人工类别 人工分类 正确类别 金标准 一级标签 一级分类
    问题类别 诉求类别 意见类别 所属类别
    """)
  /// Names of columns with classes as broad as a theme, and as narrow as a concern.
  private static let themeNames = words("theme topic 主题分类 所属主题 主题编号")
  private static let concernNames = words("concern issue 诉求点 诉求点编号 热点问题 问题id 问题编号")

  /// Reads the file at `path` (`-`: standard input).
  ///
  /// - Parameters:
  ///   - path: a file with a column of ids and one or two of classes, in any form that opinions may have.
  ///   - idColumn: nil: the first column that import would take for the id.
  ///   - classColumn: nil: a column with a known name. If there is one for themes and one for concerns, each grouping
  ///     gets its own.
  public init(path: String, idColumn: String? = nil, classColumn: String? = nil) throws {
    let file = try LabelFile(path: path)
    let columns = try classColumn.map { (theme: $0, concern: $0) } ?? GoldFile.classColumns(of: file)
    themes = try GoldLabels(file, idColumn: idColumn, classColumn: columns.theme)
    concerns =
      columns.theme == columns.concern
      ? themes : try GoldLabels(file, idColumn: idColumn, classColumn: columns.concern)
  }

  private static func classColumns(of file: LabelFile) throws -> (theme: String, concern: String) {
    let columns = try file.columns()
    if let column = LabelFile.column(named: names, among: columns) { return (column, column) }
    let theme = LabelFile.column(named: themeNames, among: columns)
    let concern = LabelFile.column(named: concernNames, among: columns)
    if let column = theme ?? concern { return (theme ?? column, concern ?? column) }
    throw FileError.noLabelColumn(
      path: file.path, option: LabelFile.labelOption, column: nil, columns: columns)
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
