public import MinyiModel

/// Finds words that no dictionary lists: joins of two to four neighbouring Han tokens that are frequent, cohesive
/// and free.
///
/// A join counts as *frequent* by the distinct texts it occurs in; as *cohesive* by the lowest pointwise mutual
/// information over its cuts into two parts, log₂(n(ab) · N / (n(a) · n(b))), with n the occurrences as neighbouring
/// tokens and N all Han tokens (in small collections by its share of the most that is possible); as *free* by the entropy of the characters before and behind it, where each boundary
/// (a mark, the end of a text) is a neighbour of its own. Joins that begin or end with a stop word or function
/// character, hold a number, are a word already, or hardly ever occur outside a longer join, are left out.
///
/// score = log₂(1 + texts) · min(information, cap) · min(left entropy, right entropy)
///
/// Three passes over the tokens: a sketch of counts, which prunes; exact counts of what may be frequent; the
/// surroundings of what is left. The result depends on the set of texts, the rules and the options, not on order,
/// threads or the sketch. O(tokens) time; memory for the tokens (two bytes a character), the sketch (256 bytes a
/// text, 128 MiB at most, for each of up to four threads) and the joins that are frequent.
///
/// Sources: mutual information of words from Church and Hanks, "Word association norms, mutual information, and
/// lexicography", Computational Linguistics 16(1), 1990; branching entropy from Jin and Tanaka-Ishii, "Unsupervised
/// segmentation of Chinese text by use of branching entropy", COLING/ACL 2006; boundaries as distinct neighbours from
/// Feng, Chen, Deng and Zheng, "Accessor variety criteria for Chinese word extraction", Computational Linguistics 30(1),
/// 2004. The rules, thresholds and the score are our own.
public struct WordFinder: Sendable {
  /// Set before `words` is called; another choice gives other proposals.
  public var options = WordFinderOptions()
  /// Not to be proposed, beside what the lexicon lists.
  public var refused: Set<String> = []

  private let rules: TermRules
  private let lexicon: Lexicon
  private let isNumeral: [Bool]
  private let threads: ParallelChunks

  /// Each thread has a sketch of its own.
  private static let mostThreads = 4
  /// Texts read at a time.
  private static let batch = 256

  /// - Parameter lexicon: the words and cuts that are decided, and the numerals.
  public init(rules: TermRules, lexicon: Lexicon, threads: ParallelChunks) {
    self.rules = rules
    self.lexicon = lexicon
    isNumeral = (0...UInt16.max).map { lexicon.morphemes.contains($0, .numeral) }
    self.threads = threads
  }

  /// Hands out the parts (title, body) of the texts in a range, ascending: text, cleaned units, tokens.
  public typealias Reader =
    @Sendable (
      _ texts: Range<Int>, _ part: (_ text: Int, UnsafeBufferPointer<UInt16>, [Token]) -> Void
    ) throws -> Void

  /// The proposals among the texts that `read` hands out, best first; of equal scores by UTF-16 units.
  ///
  /// `read` is called once for every text, from several threads.
  ///
  /// - Parameter copies: the opinions with each text.
  public func words(copies: [Int], _ read: Reader) throws -> [NewWord] {
    let logs = try logs(textCount: copies.count, read)
    let sketch = pass(logs, JoinSketch(textCount: copies.count)) { sketch, join, _, _, _ in
      sketch.add(join.word)
    } merge: {
      $0.merge($1)
    }
    let counts = pass(logs, JoinCounts()) { counts, join, text, units, tokens in
      if join.first == join.last { counts.tokenCount += 1 }
      guard sketch.mayOccur(join.word, options.minimumTexts) else { return }
      counts.add(join, text: text, mayBeWord: mayBeWord(join, units, tokens))
    } merge: {
      $0.merge($1)
    }
    let candidates = JoinSelection(counts: counts, options: options, rules: rules).candidates {
      !lexicon.contains($0.string) && !refused.contains($0.string)
    }
    let around = pass(logs, Surroundings(candidates.map(\.word))) { around, join, text, units, tokens in
      guard join.first < join.last, let number = around.number(of: join.word) else { return }
      around.add(
        number, text: text, copies: copies[text], left: neighbour(join.first - 1, last: true, units, tokens),
        right: neighbour(join.last + 1, last: false, units, tokens))
    } merge: {
      $0.merge($1)
    }
    return proposals(candidates, around)
  }

  /// The tokens of all texts: a log for each thread, in text order.
  private func logs(textCount: Int, _ read: Reader) throws -> [TokenLog] {
    let pieces = min(threads.threadCount, WordFinder.mostThreads)
    let size = max(WordFinder.batch, (textCount + pieces - 1) / pieces)
    return try threads.map(count: textCount, chunkSize: size) { range in
      var log = TokenLog()
      for start in stride(from: range.lowerBound, to: range.upperBound, by: WordFinder.batch) {
        try read(start..<min(start + WordFinder.batch, range.upperBound)) { text, units, tokens in
          log.append(text, units, tokens)
        }
      }
      return log
    }
  }

  /// Runs `body` on every join, with a state for each log; the states are merged in text order.
  private func pass<State: Sendable>(
    _ logs: [TokenLog], _ empty: State,
    _ body:
      @escaping @Sendable (
        inout State, JoinScanner.Join, _ text: Int, UnsafeBufferPointer<UInt16>, [Token]
      ) -> Void,
    merge: (inout State, State) -> Void
  ) -> State {
    let states = threads.map(count: logs.count, chunkSize: 1) { range in
      var state = empty
      var scanner = JoinScanner()
      for log in logs[range] {
        log.forEachPart { text, units, tokens in
          scanner.forEachJoin(of: units, tokens: tokens) { body(&state, $0, text, units, tokens) }
        }
      }
      return state
    }
    guard var all = states.first else { return empty }
    for state in states.dropFirst() { merge(&all, state) }
    return all
  }

  private func mayBeWord(
    _ join: JoinScanner.Join, _ units: UnsafeBufferPointer<UInt16>, _ tokens: [Token]
  ) -> Bool {
    join.first < join.last && rules.isContent(tokens[join.first], in: units)
      && rules.isContent(tokens[join.last], in: units)
      && !tokens[join.first...join.last].contains { isNumber($0, units) }
  }

  private func isNumber(_ token: Token, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    units[token.range].allSatisfy { isNumeral[Int($0)] }
  }

  /// The unit of token `i` that is next to the join; nil at a boundary.
  private func neighbour(
    _ i: Int, last: Bool, _ units: UnsafeBufferPointer<UInt16>, _ tokens: [Token]
  ) -> UInt16? {
    guard tokens.indices.contains(i), tokens[i].kind != .other else { return nil }
    return units[Int(last ? tokens[i].end - 1 : tokens[i].start)]
  }

  private func proposals(_ candidates: [JoinSelection.Candidate], _ around: Surroundings) -> [NewWord] {
    var found: [NewWord] = []
    for (i, (candidate, entropy)) in zip(candidates, around.entropies()).enumerated() {
      let least = min(entropy.left, entropy.right)
      if least < options.minimumEntropy { continue }
      let information = min(candidate.information, options.scoreInformationCap)
      found.append(
        NewWord(
          word: candidate.word.string, texts: candidate.texts, posts: around.posts[i],
          occurrences: candidate.occurrences, information: candidate.information, leftEntropy: entropy.left,
          rightEntropy: entropy.right, score: binaryLog(1 + Double(candidate.texts)) * information * least,
          firstTexts: around.texts[i].map { Int($0) }))
    }
    // Candidates come by their units, and sorting is stable.
    return found.sorted { $0.score > $1.score }
  }
}
