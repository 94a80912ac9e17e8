/// What was exported and how: enough to export it again.
public struct ExportSettings: Codable, Sendable, Equatable {
  /// What may be exported.
  public enum Content: String, Codable, Sendable, CaseIterable {
    /// Concern and theme of every opinion; the ranked topics; the opinions as they are kept; the workbook.
    case assignments, agenda, opinions, xlsx
  }

  /// What the file holds.
  public var content: Content
  /// json, jsonl, csv, md, table or xlsx.
  public var format: String
  /// Profile of the agenda, where there is one.
  public var profile: String
  /// Topics of the workbook with their messages.
  public var top: Int
  /// `zh` or `en`: of what a reader sees beside the residents' own words.
  public var language: String
  /// A byte order mark begins CSV.
  public var hasMark: Bool

  /// Settings as a command was given them; nothing is checked.
  public init(
    content: Content, format: String, profile: String, top: Int, language: String, hasMark: Bool
  ) {
    self.content = content
    self.format = format
    self.profile = profile
    self.top = top
    self.language = language
    self.hasMark = hasMark
  }
}
