/// How often every join occurs, and in how many texts: the second pass.
struct JoinCounts: Sendable {
  struct Count: Sendable {
    var occurrences: UInt32 = 0
    /// Texts in which it occurs.
    var texts: UInt32 = 0
    /// The last of them so far.
    var lastText: Int32 = -1
    /// Where tokens end inside it, over the occurrences in which it may be a word to propose
    /// (`JoinScanner.Join.cuts`); 0: in none.
    var cuts: UInt8 = 0
    /// It also occurs as one token: nothing to propose.
    var isToken = false
  }

  private var table = PackedWordTable<Count>()
  /// Han tokens in all: what probabilities are shares of.
  var tokenCount = 0

  /// Every join with its count, in an order that says nothing.
  var entries: [PackedWordTable<Count>.Entry] { table.entries }

  /// The count of `word`, or nil where it was never counted.
  subscript(word: PackedWord) -> Count? { table.number(of: word).map { table.entries[$0].value } }

  /// Counts an occurrence of `join` in `text`. Texts come in ascending order.
  @inline(__always)
  mutating func add(_ join: JoinScanner.Join, text: Int, mayBeWord: Bool) {
    let i = table.insert(join.word, Count())
    table.entries[i].value.add(join, text: text, mayBeWord: mayBeWord)
  }

  /// Adds the counts of `other`, which is of other texts.
  mutating func merge(_ other: JoinCounts) {
    tokenCount += other.tokenCount
    for entry in other.entries {
      let i = table.insert(entry.word, Count())
      table.entries[i].value.merge(entry.value)
    }
  }
}

extension JoinCounts.Count {
  @inline(__always)
  fileprivate mutating func add(_ join: JoinScanner.Join, text: Int, mayBeWord: Bool) {
    occurrences &+= 1
    if lastText != Int32(truncatingIfNeeded: text) {
      lastText = Int32(truncatingIfNeeded: text)
      texts &+= 1
    }
    if join.first == join.last { isToken = true }
    if mayBeWord { cuts |= join.cuts }
  }

  fileprivate mutating func merge(_ other: JoinCounts.Count) {
    occurrences += other.occurrences
    texts += other.texts
    cuts |= other.cuts
    isToken = isToken || other.isToken
  }
}
