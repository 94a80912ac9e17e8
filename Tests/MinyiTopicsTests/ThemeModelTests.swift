import MinyiIndex
import MinyiModel
import MinyiTopics
import Testing

struct ThemeModelTests {
  /// The probabilities of naive Bayes as the textbook has them, in floating point.
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func probabilitiesAreThoseOfTheFormula(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (documents, terms, k) = (80, 30, 3 + Int(seed) * 9)
    var rowStarts = [0]
    var (ids, counts): ([UInt32], [UInt32]) = ([], [])
    let themes = (0..<documents).map { d in
      for t in 0..<terms where random.next(below: 4) == 0 {
        ids.append(UInt32(t))
        counts.append(UInt32(1 + random.next(below: 5)))
      }
      rowStarts.append(ids.count)
      return Int32(random.next(below: k + 1)) - 1
    }
    let matrix = TermMatrix(rowStarts: rowStarts, terms: ids, counts: counts, termCount: terms)
    let model = ThemeModel(themes, themeCount: k, matrix: matrix)
    let smoothing = Double(MultinomialMixture.smoothing)
    let mean = Double(ids.count) / Double(documents)
    for d in 0..<documents where !matrix.row(d).isEmpty {
      let scores = (0..<k).map { theme -> Double in
        let own = (0..<documents).filter { themes[$0] == Int32(theme) }
        func count(_ t: UInt32) -> Double {
          own.reduce(0) { sum, o in
            sum + matrix.row(o).reduce(0) { $0 + (ids[$1] == t ? Double(counts[$1]) : 0) }
          }
        }
        let total = (0..<UInt32(terms)).reduce(0) { $0 + count($1) } + smoothing * Double(terms)
        let known = themes.count { $0 >= 0 }
        return matrix.row(d).reduce(naturalLog(Double(own.count + 1) / Double(known + k))) {
          $0 + Double(counts[$1]) * naturalLog((count(ids[$1]) + smoothing) / total)
        }
      }
      let top = scores.max() ?? 0
      let total = scores.reduce(0) { $0 + exponential(($1 - top) * 30 / (30 + mean)) }
      let row = matrix.row(d)
      let found = Array(ids[row]).withUnsafeBufferPointer { ids in
        Array(counts[row]).withUnsafeBufferPointer { model.theme(of: ids, $0) }
      }
      let theme = try #require(found)
      #expect(abs(scores[theme.theme] - top) < 0.1)
      #expect(abs(theme.probability - 1 / total) < 0.05, "\(theme) \(1 / total)")
    }
  }

  @Test func withoutThemesOrTermsThereIsNone() {
    let matrix = TermMatrix(rowStarts: [0, 1], terms: [0], counts: [1], termCount: 1)
    let none = UnsafeBufferPointer<UInt32>(start: nil, count: 0)
    #expect(ThemeModel([0], themeCount: 1, matrix: matrix).theme(of: none, none) == nil)
    let found = [UInt32(0)].withUnsafeBufferPointer {
      ThemeModel([-1], themeCount: 0, matrix: matrix).theme(of: $0, $0)?.theme
    }
    #expect(found == nil)
  }
}
