/// Counts the terms of one text that a vocabulary knows, one text after the other, with working memory of its own.
///
/// Terms are looked up when all of them are there, in one go: each lies somewhere in megabytes, and the processor fetches
/// several at a time where none waits for the work on another.
public struct TermBag: ~Copyable {
  private let lookup: TermLookup
  /// By term: where it stands in `entries`, plus 1. All zero between two texts.
  private let places: UnsafeMutableBufferPointer<Int32>
  /// What is looked up, with the weight.
  private var keys: Row<(key: UInt64, weight: UInt32)>
  /// id · 2³² + count.
  private var entries: Row<UInt64>
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
    places = .allocate(capacity: max(1, lookup.termCount))
    places.initialize(repeating: 0)
    keys = Row()
    entries = Row()
    ids = Row()
    counts = Row()
  }

  deinit { places.deallocate() }

  /// Counts `weight` occurrences of `term`. O(length).
  @inline(__always)
  public mutating func add(_ term: Slice<UnsafeBufferPointer<UInt16>>, weight: UInt32) {
    keys.append((key: TermLookup.key(of: term), weight: weight))
  }

  /// Forgets what was counted: of a text that could not be read to its end.
  public mutating func removeAll() { keys.count = 0 }

  /// Hands the text's terms, ascending, and their counts to `body`, and is empty afterwards. O(terms · log terms).
  public mutating func take<Result>(
    _ body: (_ terms: UnsafeBufferPointer<UInt32>, _ counts: UnsafeBufferPointer<UInt32>) throws -> Result
  ) rethrows -> Result {
    // 1. which terms they are
    ids.grow(to: keys.count)
    counts.grow(to: keys.count)
    for i in 0..<keys.count {
      ids.elements[i] = UInt32(bitPattern: lookup.id(of: keys.elements[i].key))
    }
    // 2. how often each is there
    entries.count = 0
    var known = 0
    for i in 0..<keys.count {
      let id = Int32(bitPattern: ids.elements[i])
      if id < 0 { continue }
      known &+= 1
      let place = places[Int(id)]
      if place > 0 {
        entries.elements[Int(place) &- 1] &+= UInt64(keys.elements[i].weight)
      } else {
        entries.append(UInt64(id) << 32 | UInt64(keys.elements[i].weight))
        places[Int(id)] = Int32(entries.count)
      }
    }
    knownShare = keys.count > 0 ? Double(known) / Double(keys.count) : 0
    keys.count = 0
    // 3. in the order of their ids
    var sorted = UnsafeMutableBufferPointer(start: entries.elements, count: entries.count)
    for entry in sorted { places[Int(entry >> 32)] = 0 }
    sorted.sort()
    for i in sorted.indices {
      ids.elements[i] = UInt32(truncatingIfNeeded: sorted[i] >> 32)
      counts.elements[i] = UInt32(truncatingIfNeeded: sorted[i])
    }
    return try body(
      UnsafeBufferPointer(start: ids.elements, count: sorted.count),
      UnsafeBufferPointer(start: counts.elements, count: sorted.count))
  }
}
