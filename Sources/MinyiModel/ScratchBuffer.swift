/// Memory that grows with the longest text and is used again for the next.
///
/// Plain memory, since an array checks for every element whether it is shared. Invariant: the first `count` of
/// `capacity` elements are initialised.
package struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  package private(set) var count = 0

  package init(capacity: Int = 1024) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Valid until the buffer is changed.
  package var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  package mutating func removeAll() { count = 0 }

  package mutating func append(_ element: Element) {
    reserve(1)[0] = element
    count += 1
  }

  package mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let start = elements.baseAddress else { return }
    reserve(elements.count).update(from: start, count: elements.count)
    count += elements.count
  }

  /// Where `extra` more elements may be written, to be taken over by `commit`. Amortised O(extra).
  package mutating func reserve(_ extra: Int) -> UnsafeMutablePointer<Element> {
    if count + extra > capacity {
      capacity = max(2 * capacity, count + extra)
      let grown = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
      grown.moveInitialize(from: base, count: count)
      base.deallocate()
      base = grown
    }
    return base + count
  }

  /// Takes over `added` elements that were written behind the end, within what was reserved.
  package mutating func commit(_ added: Int) {
    assert(added >= 0 && count + added <= capacity)
    count += added
  }
}
