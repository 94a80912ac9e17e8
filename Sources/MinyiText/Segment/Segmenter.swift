import CICU

/// Cuts text into tokens: ICU's word boundaries, in which lexicon words and rules of word formation take part.
///
/// Runs of Han characters are cut by a lattice over the compiled dictionary; punctuation, and letters and digits
/// without marks between them, by rules that are the same in every ICU; the rest by ICU's own iterator, at the
/// grain of a run. With an empty lexicon the boundaries are those of `ubrk_next`. Tokens tile the text.
///
/// Not thread-safe (working memory, ICU's iterator): `copy()` gives another thread its own. The boundaries depend
/// on the text, ICU's version and the lexicon only. Nothing is allocated once a text as long was seen.
public final class Segmenter {
  /// What finds the boundaries.
  public enum Engine: String, Sendable, CaseIterable {
    /// The compiled dictionary; ICU's iterator where it does not reach.
    case compiled
    /// ICU's iterator throughout. Lexicon words are joined from its pieces.
    case icu
  }

  /// The engine at work: ICU's where the dictionary lacks ICU's words, whatever was asked for.
  public let engine: Engine
  /// The words that it cuts by, shared with its copies.
  public let dictionary: CompiledDictionary
  private let breaker: OpaquePointer
  private var scratch = SegmenterScratch()

  /// A segmenter by `dictionary`; without ICU's words in it, `engine` is ICU's iterator whatever is asked for.
  public init(dictionary: CompiledDictionary, engine: Engine = .compiled) throws(TextError) {
    var status: Int32 = 0
    guard let breaker = cicu_word_breaker_open(&status), status <= 0 else {
      throw .icu(operation: "打开分词器", status: status)
    }
    self.breaker = breaker
    self.dictionary = dictionary
    self.engine = dictionary.problem == nil ? engine : .icu
  }

  /// A segmenter with `lexicon` over ICU's own dictionary.
  public convenience init(lexicon: Lexicon = .empty) throws(TextError) {
    try self.init(dictionary: lexicon.isEmpty ? .icu() : CompiledDictionary(lexicon))
  }

  private init(cloning other: Segmenter) throws(TextError) {
    var status: Int32 = 0
    guard let breaker = cicu_word_breaker_clone(other.breaker, &status), status <= 0 else {
      throw .icu(operation: "复制分词器", status: status)
    }
    self.breaker = breaker
    dictionary = other.dictionary
    engine = other.engine
  }

  deinit { cicu_word_breaker_close(breaker) }

  /// A segmenter of the same words for another thread.
  public func copy() throws(TextError) -> Segmenter { try Segmenter(cloning: self) }

  /// Replaces `tokens` by the tokens of `text`. O(length).
  public func segment(_ text: UnsafeBufferPointer<UInt16>, into tokens: inout [Token]) throws(TextError) {
    tokens.removeAll(keepingCapacity: true)
    guard !text.isEmpty else { return }
    let room = scratch.room(for: text.count)
    var count =
      engine == .icu
      ? try pieces(byICU: text, 0..<text.count, room, at: 0) : try pieces(byClasses: text, room)
    if dictionary.hasLexicon {
      count = TokenJoiner(dictionary: dictionary, joinsAllWords: engine == .icu, text: text)
        .join(room.pieces, count: count)
    }
    tokens.append(contentsOf: repeatElement(Token(start: 0, end: 0, kind: .other), count: count))
    tokens.withUnsafeMutableBufferPointer { tokens in
      for i in 0..<count { tokens[i] = Token(room.pieces[i]) }
    }
  }

  /// The tokens of `text`.
  public func tokens(of text: [UInt16]) throws(TextError) -> [Token] {
    var tokens: [Token] = []
    try text.withUnsafeBufferPointer { buffer throws(TextError) in try segment(buffer, into: &tokens) }
    return tokens
  }

  /// Cuts run by run. A run of simple characters is cut here unless something hard follows, which might
  /// join it: then everything from its start to the next sure boundary is ICU's.
  private func pieces(
    byClasses text: UnsafeBufferPointer<UInt16>, _ room: SegmenterScratch.Room
  ) throws(TextError) -> Int {
    let lattice = WordLattice(words: dictionary.words)
    lookUp(text, room)
    lattice.fill(room.paths, room.codes, count: text.count)
    let scanner = RunScanner(text: text, entries: room.entries)
    var count = 0
    var start = 0
    while start < text.count {
      let run = scanner.run(at: start)
      switch run.form {
      case .single, .word:
        room.pieces[count] = Piece(start: start, end: run.end, entry: run.entry)
        count &+= 1
      case .han:
        count &+= lattice.trace(room.paths, room.entries, start..<run.end, to: room.pieces + count)
      case .hard: count &+= try pieces(byICU: text, start..<run.end, room, at: count)
      }
      start = run.end
    }
    return count
  }

  /// What the unit table says of the text, for the scanner and the lattice.
  private func lookUp(_ text: UnsafeBufferPointer<UInt16>, _ room: SegmenterScratch.Room) {
    let units = dictionary.units
    for i in 0..<text.count {
      room.entries[i] = units[text[i]]
      room.codes[i] = UnitTable.hanCode(room.entries[i])
    }
    room.entries[text.count] = UnitTable.end
    for i in 0..<WordLattice.margin { room.codes[text.count &+ i] = 0 }
  }

  /// The number of pieces that ICU's iterator cuts `range` into, written from `index` on.
  private func pieces(
    byICU text: UnsafeBufferPointer<UInt16>, _ range: Range<Int>, _ room: SegmenterScratch.Room, at index: Int
  ) throws(TextError) -> Int {
    let part = UnsafeBufferPointer(rebasing: text[range])
    var status: Int32 = 0
    let count = Int(cicu_word_ends(breaker, part.baseAddress, Int32(part.count), room.ends, &status))
    guard status <= 0 else { throw .icu(operation: "分词", status: status) }
    var start = range.lowerBound
    for i in 0..<count {
      let end = range.lowerBound + Int(room.ends[i])
      let kind = dictionary.units.kind(of: text, start..<end)
      room.pieces[index + i] = Piece(
        start: start, end: end, entry: UnitTable.entry(dictionary.units[text[start]], kind: kind))
      start = end
    }
    return count
  }
}
