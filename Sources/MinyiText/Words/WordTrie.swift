/// A set of words with a number each, walked one UTF-16 unit at a time.
///
/// Transitions lie in one open-addressed table keyed by (node, unit), so that a step is one probe.
/// Immutable after `init`; memory is 16 bytes a distinct prefix, at a load of one half at most.
public struct WordTrie: Sendable {
  /// The node before the first unit.
  public static let root: UInt32 = 0

  private var keys: [UInt64]
  private var children: [UInt32]
  private var values: [Int32]
  private var mask: Int
  private var edgeCount = 0
  /// By unit: whether a word begins with it. At most places of a text none does, which one look-up tells.
  private var isFirst = [Bool](repeating: false, count: 0x10000)

  /// The trie of `words`; a word's value must be >= 0. Of equal words the last wins.
  public init(_ words: some Sequence<(word: String, value: Int32)>) {
    keys = [UInt64](repeating: .max, count: 1024)
    children = [UInt32](repeating: 0, count: 1024)
    mask = 1023
    values = [-1]
    for (word, value) in words {
      var node = WordTrie.root
      if let first = word.utf16.first { isFirst[Int(first)] = true }
      for unit in word.utf16 { node = insertedChild(of: node, unit) }
      if node != WordTrie.root { values[Int(node)] = value }
    }
  }

  /// True where it has no word.
  public var isEmpty: Bool { values.count == 1 }

  /// The node after `unit`, or nil if no word goes on that way. O(1) expected.
  @inline(__always)
  public func next(_ node: UInt32, _ unit: UInt16) -> UInt32? {
    let key = UInt64(node) << 16 | UInt64(unit)
    var slot = WordTrie.hash(key) & mask
    while keys[slot] != .max {
      if keys[slot] == key { return children[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The value of the word that ends at `node`, or -1.
  @inline(__always)
  public func value(_ node: UInt32) -> Int32 { values[Int(node)] }

  /// The value of `units` as a whole word, or -1. O(length).
  public func value(of units: Slice<UnsafeBufferPointer<UInt16>>) -> Int32 {
    var node = WordTrie.root
    for unit in units {
      guard let following = next(node, unit) else { return -1 }
      node = following
    }
    return value(node)
  }

  /// The longest word that begins at `start`.
  public func longestMatch(in units: UnsafeBufferPointer<UInt16>, at start: Int) -> (end: Int, value: Int32)?
  {
    guard start < units.count, isFirst[Int(units[start])] else { return nil }
    var node = WordTrie.root
    var best: (end: Int, value: Int32)?
    var i = start
    while i < units.count, let following = next(node, units[i]) {
      node = following
      i += 1
      if value(node) >= 0 { best = (i, value(node)) }
    }
    return best
  }

  private mutating func insertedChild(of node: UInt32, _ unit: UInt16) -> UInt32 {
    if let known = next(node, unit) { return known }
    if edgeCount * 2 >= keys.count { grow() }
    values.append(-1)
    edgeCount += 1
    place(UInt64(node) << 16 | UInt64(unit), UInt32(values.count - 1))
    return UInt32(values.count - 1)
  }

  private mutating func place(_ key: UInt64, _ child: UInt32) {
    var slot = WordTrie.hash(key) & mask
    while keys[slot] != .max { slot = (slot + 1) & mask }
    keys[slot] = key
    children[slot] = child
  }

  private mutating func grow() {
    let old = zip(keys, children)
    mask = keys.count * 2 - 1
    keys = [UInt64](repeating: .max, count: mask + 1)
    children = [UInt32](repeating: 0, count: mask + 1)
    for (key, child) in old where key != .max { place(key, child) }
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32)
  }
}
