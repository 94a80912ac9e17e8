import ArgumentParser
import Minyi

/// The forms of a brief.
enum BriefFormat: String, ExpressibleByArgument, CaseIterable {
  case md, html, docx

  /// By the end of the file's name; nil where that is none of them.
  init?(path: String) {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    self.init(rawValue: ending == "markdown" ? "md" : ending == "htm" ? "html" : ending)
  }
}

extension Language {
  /// The same for reports.
  var report: ReportLanguage { self == .zh ? .zh : .en }
}
