/// Counts the terms of one text that a vocabulary knows, one text after the other, with working memory of its own.
///
/// Terms are looked up when all of them are there, in one go: each lies somewhere in megabytes, and the processor fetches
/// several at a time where none waits for the work on another.
public struct TermBag: ~Copyable {
  private let lookup: TermLookup
  /// What is looked up, with the weight.
  private var keys: Row<(key: UInt64, weight: UInt32)>
  /// id · 2³² + weight.
  private var entries: Row<UInt64>
  /// Where entries go while they are sorted.
  private var spare: Row<UInt64>
  private var ids: Row<UInt32>
  private var counts: Row<UInt32>
  /// Of the last text's terms, repeated ones as often as they stand there, the share that the vocabulary knows. 0...1.
  public private(set) var knownShare = 0.0

  /// Memory for as many elements as a text ever had terms, written from the start for each.
  private struct Row<Element: BitwiseCopyable>: ~Copyable {
    private(set) var elements: UnsafeMutablePointer<Element>
    private var capacity = 256
    var count = 0

    init() { elements = .allocate(capacity: capacity) }

    deinit { elements.deallocate() }

    @inline(__always)
    mutating func append(_ element: Element) {
      if count == capacity { grow(to: 2 * capacity) }
      elements[count] = element
      count &+= 1
    }

    mutating func grow(to more: Int) {
      if more <= capacity { return }
      let grown = UnsafeMutablePointer<Element>.allocate(capacity: more)
      grown.moveInitialize(from: elements, count: count)
      elements.deallocate()
      (elements, capacity) = (grown, more)
    }
  }

  /// Takes four bytes a term once. O(terms).
  public init(_ lookup: TermLookup) {
    self.lookup = lookup
    keys = Row()
    entries = Row()
    spare = Row()
    ids = Row()
    counts = Row()
  }

  /// Counts `weight` occurrences of `term`. O(length).
  @inline(__always)
  public mutating func add(_ term: Slice<UnsafeBufferPointer<UInt16>>, weight: UInt32) {
    keys.append((key: TermLookup.key(of: term), weight: weight))
  }

  /// Forgets what was counted: of a text that could not be read to its end.
  public mutating func removeAll() { keys.count = 0 }

  /// Hands the text's terms, ascending, and their counts to `body`, and is empty afterwards. O(terms).
  public mutating func take<Result>(
    _ body: (_ terms: UnsafeBufferPointer<UInt32>, _ counts: UnsafeBufferPointer<UInt32>) throws -> Result
  ) rethrows -> Result {
    // 1. which terms they are
    ids.grow(to: keys.count)
    counts.grow(to: keys.count)
    for i in 0..<keys.count {
      ids.elements[i] = UInt32(bitPattern: lookup.firstID(of: keys.elements[i].key))
    }
    // 2. those that are known, in the order of their ids
    entries.count = 0
    for i in 0..<keys.count {
      var id = Int32(bitPattern: ids.elements[i])
      if id == -2 { id = lookup.id(of: keys.elements[i].key) }
      if id >= 0 { entries.append(UInt64(id) << 32 | UInt64(keys.elements[i].weight)) }
    }
    knownShare = keys.count > 0 ? Double(entries.count) / Double(keys.count) : 0
    keys.count = 0
    let sorted = sortedEntries()
    // 3. how often each is there
    var count = 0
    for entry in sorted {
      let id = UInt32(truncatingIfNeeded: entry >> 32)
      if count > 0, ids.elements[count &- 1] == id {
        counts.elements[count &- 1] &+= UInt32(truncatingIfNeeded: entry)
      } else {
        ids.elements[count] = id
        counts.elements[count] = UInt32(truncatingIfNeeded: entry)
        count &+= 1
      }
    }
    return try body(
      UnsafeBufferPointer(start: ids.elements, count: count),
      UnsafeBufferPointer(start: counts.elements, count: count))
  }

  /// The entries by their ids: a radix sort by bytes, from the last, since a text has a hundred of some ten thousand and no
  /// comparison of two can be foreseen.
  private mutating func sortedEntries() -> UnsafeBufferPointer<UInt64> {
    spare.grow(to: entries.count)
    var (from, to) = (entries.elements, spare.elements)
    let highest = UInt64(max(1, lookup.termCount)) << 32
    var shift: UInt64 = 32
    while highest >> shift > 0 {
      var places = InlineArray<256, Int>(repeating: 0)
      for i in 0..<entries.count { places[Int(from[i] >> shift & 0xFF)] &+= 1 }
      var place = 0
      for digit in 0..<256 { (places[digit], place) = (place, place &+ places[digit]) }
      for i in 0..<entries.count {
        let digit = Int(from[i] >> shift & 0xFF)
        to[places[digit]] = from[i]
        places[digit] &+= 1
      }
      swap(&from, &to)
      shift += 8
    }
    return UnsafeBufferPointer(start: from, count: entries.count)
  }
}
