import MinyiIndex
public import MinyiText

/// Where phrases begin and end in a collection: learnt from how often a token stands at the edge of a clause, and how often
/// two tokens stand together.
///
/// 扰民 often ends a clause and 业主 hardly ever does; after 砂子 comes 塘 nearly always, so that a cut between the two tears
/// a name. Counted in texts of the collection itself, whatever they are about. Own design; near to the accessor
/// variety of Feng, Chen, Deng and Zheng, Computational Linguistics 30 (2004), with clauses in place of contexts.
public struct BoundaryModel: Sendable {
  private var tokens = TermTable()
  private var counts: [TokenCounts] = []
  /// By token · 2³² + the token that follows it.
  private var pairs: [UInt64: Int32] = [:]

  private struct TokenCounts {
    var all: Float = 0
    /// At the beginning of a clause, or behind a function word.
    var first: Float = 0
    /// At the end of a clause, or before a function word.
    var last: Float = 0
  }

  /// What is taken for granted before anything is seen: `prior` of `priorWeight` tokens stand at an edge.
  private static let prior: Float = 0.3
  private static let priorWeight: Float = 4
  /// How freely one may cut between a word and a quotation that goes on from it.
  private static let quoteCut = 0.4

  /// A model that has seen nothing: every token is as likely as the next to stand at an edge.
  public init() {}

  /// Counts the clauses of `text`. O(tokens).
  public mutating func add(_ text: SegmentedText, rules: TermRules) {
    text.clean.units.withUnsafeBufferPointer { units in
      var previous: Int?
      for (i, token) in text.tokens.enumerated() {
        guard token.kind != .other else {
          previous = nil
          continue
        }
        let number = Int(tokens.insert(units[token.range]))
        if number == counts.count { counts.append(TokenCounts()) }
        let clause = Clause(text.tokens, units)
        counts[number].all += 1
        if clause.begins(i) || clause.isFunction(i - 1, rules) { counts[number].first += 1 }
        if clause.ends(i) || clause.isFunction(i + 1, rules) { counts[number].last += 1 }
        if let previous { pairs[UInt64(previous) << 32 | UInt64(number), default: 0] += 1 }
        previous = number
      }
    }
  }

  /// Adds what `other` counted in other texts. O(pairs).
  public mutating func add(_ other: BoundaryModel) {
    let numbers = (0..<other.tokens.count).map { token in
      other.tokens.list.withUnits(of: token) { tokens.insert($0) }
    }
    counts += [TokenCounts](repeating: TokenCounts(), count: tokens.count - counts.count)
    for (count, number) in zip(other.counts, numbers) {
      counts[Int(number)].all += count.all
      counts[Int(number)].first += count.first
      counts[Int(number)].last += count.last
    }
    for (pair, count) in other.pairs {
      let left = UInt64(numbers[Int(pair >> 32)])
      pairs[left << 32 | UInt64(numbers[Int(pair & 0xFFFF_FFFF)]), default: 0] += count
    }
  }

  /// The edges of a text's tokens.
  struct Edges {
    /// By token: how readily a phrase begins with it; 1 at the beginning of a clause. 0...1.
    var beginnings: [Double]
    /// By token: how readily a phrase ends with it; 1 at the end of a clause. 0...1.
    var endings: [Double]
    /// By token: how freely one may cut before it; 1 at the beginning of a clause. 0...1.
    var cuts: [Double]
  }

  /// The edges in `text`. O(tokens).
  func edges(of text: SegmentedText) -> Edges {
    var edges = Edges(beginnings: [], endings: [], cuts: [])
    text.clean.units.withUnsafeBufferPointer { units in
      let numbers = text.tokens.map { $0.kind == .other ? nil : tokens.number(of: units[$0.range]) }
      let clause = Clause(text.tokens, units)
      for (i, token) in text.tokens.enumerated() {
        let (isFirst, isLast) = (clause.begins(i), clause.ends(i))
        let known = numbers[i].map { counts[Int($0)] } ?? TokenCounts()
        edges.beginnings.append(isFirst ? 1 : share(known.first, of: known.all))
        // A single character that goes on is a verb without its object, or half a word.
        let ending = share(known.last, of: known.all) * (token.length == 1 ? 0.5 : 1)
        edges.endings.append(isLast ? 1 : ending)
        edges.cuts.append(cut(before: i, clause, text.tokens, numbers))
      }
    }
    return edges
  }

  private func cut(before i: Int, _ clause: Clause, _ tokens: [Token], _ numbers: [Int32?]) -> Double {
    guard i > 0 else { return 1 }
    if tokens[i].kind == .other { return clause.ends(i - 1) ? 1 : BoundaryModel.quoteCut }
    if tokens[i - 1].kind == .other { return clause.begins(i) ? 1 : BoundaryModel.quoteCut }
    return 1 - attachment(numbers[i - 1], numbers[i])
  }

  private func share(_ count: Float, of all: Float) -> Double {
    Double((count + BoundaryModel.prior * BoundaryModel.priorWeight) / (all + BoundaryModel.priorWeight))
  }

  /// How much two neighbours belong together: the larger share of one that has the other beside it. 0..<1.
  private func attachment(_ left: Int32?, _ right: Int32?) -> Double {
    guard let left, let right, let together = pairs[UInt64(left) << 32 | UInt64(right)] else { return 0 }
    let rarer = min(counts[Int(left)].all, counts[Int(right)].all)
    return (Double(together) - 0.5) / Double(rarer + 1)
  }
}

/// Tells where the clauses of a text begin and end.
private struct Clause {
  private let tokens: [Token]
  private let units: UnsafeBufferPointer<UInt16>

  init(_ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>) {
    self.tokens = tokens
    self.units = units
  }

  /// A clause goes on behind an opening quote, 精装变“毛坯”, and began before a closing one. Straight quotes may be either.
  private static let openingQuotes = Set("“‘「『《〈\"'".utf16)
  private static let closingQuotes = Set("”’」』》〉\"'".utf16)

  func begins(_ i: Int) -> Bool { isEdge(i - 1, unless: Clause.closingQuotes) }

  func ends(_ i: Int) -> Bool { isEdge(i + 1, unless: Clause.openingQuotes) }

  /// True if token `i` is a word without meaning of its own.
  func isFunction(_ i: Int, _ rules: TermRules) -> Bool {
    tokens.indices.contains(i) && tokens[i].kind == .han && !rules.isContent(tokens[i], in: units)
  }

  private func isEdge(_ i: Int, unless quotes: Set<UInt16>) -> Bool {
    guard tokens.indices.contains(i) else { return true }
    return tokens[i].kind == .other && !quotes.contains(units[Int(tokens[i].start)])
  }
}
