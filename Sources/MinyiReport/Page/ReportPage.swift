public import MinyiModel
import Mustache

/// A report as one HTML file: style, script and drawings inside, no reference to anything outside.
///
/// Without the script everything is there to read; the script sorts, filters and searches. The same document gives
/// the same bytes.
public struct ReportPage: Sendable {
  let document: ReportDocument
  let threads: ParallelChunks
  let language: ReportLanguage

  /// A page in the document's language.
  ///
  /// - Parameter threads: threads that may work at once; no byte depends on it.
  public init(_ document: ReportDocument, threads: ParallelChunks = ParallelChunks(threadCount: 1)) {
    self.document = document
    self.threads = threads
    language = document.language
  }

  /// What a template looks values up in. Every key of a template stands in it: a missing one would be looked for further out.
  typealias Fields = [String: Any]

  /// The file's text. O(bytes).
  public func html() throws -> String {
    let templates = try PageTemplates()
    var fields: Fields = [
      "tag": language.tag, "w": PageWords.words(language), "title": document.head.title,
      "version": document.method.versions.first?.version ?? "", "style": templates.style,
      "script": templates.script, "styleHash": PageTemplates.source(templates.style),
      "scriptHash": PageTemplates.source(templates.script),
    ]
    for part in [headFields, agendaFields, topicFields(templates), themeFields, methodFields] {
      fields.merge(part) { first, _ in first }
    }
    return templates.library.render(fields, withTemplate: "page") ?? ""
  }

  /// The value, or false where there is none, so that nobody looks further out.
  func optional(_ value: (some Any)?) -> Any { value.map { $0 as Any } ?? false }

  /// As long as a rank is not alone in its interval.
  func interval(_ low: Int, _ high: Int) -> Any { low == high ? false : "\(low)–\(high)" as Any }
}
