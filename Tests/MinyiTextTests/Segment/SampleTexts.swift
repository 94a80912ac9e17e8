import MinyiFiles
import MinyiModel
import TestSupport

/// The texts of the sample corpus.
enum SampleTexts {
  /// Every title and body, as the file has them.
  static func all() throws -> [[UInt16]] {
    var texts: [[UInt16]] = []
    let file = try OpinionFile.open(ProjectFiles.path("Corpus/qinghe.csv"))
    try file.forEachRow { outcome, _ in
      guard case .opinion(let record) = outcome else { return }
      for text in [record[.title], record[.body]] { texts += text.map { [Array($0.utf16)] } ?? [] }
    }
    return texts
  }
}
