/// Values by packed word, numbered in the order of first sight.
///
/// A word lies beside its value, so that finding both is two steps in memory.
struct PackedWordTable<Value: Sendable>: Sendable {
  struct Entry: Sendable {
    var word: PackedWord
    var value: Value
  }

  var entries: [Entry] = []
  private var slots = [Int32](repeating: -1, count: 4096)
  private var mask = 4095

  /// The number of `word`, or nil if it was never inserted. O(1) expected.
  @inline(__always)
  func number(of word: PackedWord) -> Int? {
    let number = slots[slot(of: word)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of `word`; a new one gets `value`. O(1) expected.
  @inline(__always)
  mutating func insert(_ word: PackedWord, _ value: @autoclosure () -> Value) -> Int {
    let slot = slot(of: word)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(truncatingIfNeeded: entries.count)
    entries.append(Entry(word: word, value: value()))
    if entries.count * 2 > slots.count { grow() }
    return entries.count - 1
  }

  @inline(__always)
  private func slot(of word: PackedWord) -> Int {
    var slot = Int(truncatingIfNeeded: word.hash >> 20) & mask
    while slots[slot] >= 0, entries[Int(slots[slot])].word != word { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for number in entries.indices {
      slots[slot(of: entries[number].word)] = Int32(truncatingIfNeeded: number)
    }
  }
}
