import MinyiIndex
import MinyiModel
import MinyiText
import MinyiTopics

/// Made-up opinions on a few matters, segmented, indexed and grouped: what labels and quotes are tried on.
struct CivicTexts {
  static let stopWords = ["请问", "反映", "我们", "你好", "谢谢", "关于", "希望", "问题"]
  static let functionCharacters = ["的", "了", "在", "是", "和", "有", "个", "很"]

  let sources: [(title: String, body: String)]
  let texts: [DocumentText]
  let rules = TermRules(stopWords: stopWords, functionCharacters: functionCharacters)
  let vocabulary: Vocabulary
  let vectors: DocumentVectors
  let concerns: [Concern]

  init(seed: UInt64, count: Int = 60, hasTitles: Bool = true) throws {
    var random = SplitMix64(seed: seed)
    func pick(_ choices: [String]) -> String { choices[random.next(below: choices.count)] }
    let matters: [(names: [String], what: [String])] = [
      (["丽发新城附近搅拌站", "丽发新城小区旁边的搅拌站"], ["噪音扰民", "夜间施工噪音很大", "粉尘污染严重"]),
      (["龙津河", "龙津河下游河段"], ["河水发黑发臭", "污水直排", "垃圾堆积"]),
      (["东风路口红绿灯", "东风路口的信号灯"], ["坏了三个月", "时间设置不合理", "不亮"]),
      (["幸福里3号楼电梯", "幸福里小区3号楼的电梯"], ["经常停运", "困人事故", "年检过期"]),
      (["第二小学门口", "第二小学校门前"], ["接送车辆拥堵", "没有斑马线", "乱停车"]),
    ]
    var sources: [(title: String, body: String)] = []
    for _ in 0..<count {
      let matter = matters[random.next(below: matters.count)]
      let (name, what) = (pick(matter.names), pick(matter.what))
      let title = pick(["", "请问", "关于", "反映"]) + name + what + pick(["", "的问题", "，谢谢", "！"])
      let body =
        pick(["你好！", "我们是附近居民。", ""]) + "\(name)\(what)，" + pick(["居民无法休息。", "影响出行。", "很危险！"])
        + pick(["希望有关部门尽快处理。", "已经反映了很多次，没有结果。", "请问什么时候解决？"]) + pick(["谢谢", ""])
      sources.append((hasTitles ? title : "", body))
    }
    try self.init(sources: sources)
  }

  /// Opinions with these titles and nothing else, equal matters near each other.
  init(titles: [String]) throws { try self.init(sources: titles.map { ($0, "") }) }

  private init(sources: [(title: String, body: String)]) throws {
    self.sources = sources
    let count = sources.count
    let analyzer = TextAnalyzer(cleaner: Cleaner(), segmenter: try Segmenter())
    texts = try sources.map {
      DocumentText(title: try analyzer.segmented($0.title), body: try analyzer.segmented($0.body))
    }
    let extractor = TermExtractor(rules: rules)
    let texts = texts
    let built = try TermIndexBuilder(threads: oneThread).build(documentCount: count) { range, counter in
      for text in texts[range] {
        for (part, isTitle) in [(text.title, true), (text.body, false)] {
          part.clean.units.withUnsafeBufferPointer { units in
            extractor.forEachTerm(of: units, pieces: part.tokens) { counter.add(units[$0], inTitle: isTitle) }
          }
        }
        counter.endDocument()
      }
    }
    vocabulary = built.vocabulary
    vectors = DocumentVectors(matrix: built.matrix, vocabulary: built.vocabulary)
    var finder = ConcernFinder(threads: oneThread)
    finder.cut = 0.2
    concerns = finder.concerns(of: vectors, postCounts: [Int](repeating: 1, count: count))
  }

  var boundaries: BoundaryModel {
    // In two parts, as threads count them.
    var (left, right) = (BoundaryModel(), BoundaryModel())
    for (i, text) in texts.enumerated() {
      for part in [text.title, text.body] {
        if i.isMultiple(of: 2) { left.add(part, rules: rules) } else { right.add(part, rules: rules) }
      }
    }
    left.add(right)
    return left
  }

  func text(_ document: DocumentID) -> DocumentText { texts[document.index] }
  func title(_ document: DocumentID) -> SegmentedText { texts[document.index].title }
  func body(_ document: DocumentID) -> SegmentedText { texts[document.index].body }
}
