/// The cleaned text as it grows: units with the source offsets they stem from, at whose end patterns are
/// taken back.
///
/// Plain memory instead of three arrays, because the fast path writes three values a unit and arrays check
/// uniqueness and bounds for each. Owns its memory; invariant: `count <= capacity`, the first `count` entries
/// of all three columns are initialised.
struct CleanBuffer: ~Copyable {
  private(set) var units: UnsafeMutablePointer<UInt16>
  private(set) var origins: UnsafeMutablePointer<Int32>
  private(set) var ends: UnsafeMutablePointer<Int32>
  private(set) var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 256) {
    self.capacity = capacity
    units = .allocate(capacity: capacity)
    origins = .allocate(capacity: capacity)
    ends = .allocate(capacity: capacity)
  }

  deinit {
    units.deallocate()
    origins.deallocate()
    ends.deallocate()
  }

  /// The unit at `index`, or 0 (never part of a pattern) outside the text.
  @inline(__always)
  subscript(index: Int) -> UInt16 { index >= 0 && index < count ? units[index] : 0 }

  var last: UInt16 { self[count - 1] }

  /// Makes room for `extra` more units. Amortised O(extra).
  mutating func reserve(_ extra: Int) {
    guard count + extra > capacity else { return }
    let grown = max(count + extra, capacity * 2)
    units = CleanBuffer.moved(units, count: count, capacity: grown)
    origins = CleanBuffer.moved(origins, count: count, capacity: grown)
    ends = CleanBuffer.moved(ends, count: count, capacity: grown)
    capacity = grown
  }

  private static func moved<T: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<T>, count: Int, capacity: Int
  ) -> UnsafeMutablePointer<T> {
    let new = UnsafeMutablePointer<T>.allocate(capacity: capacity)
    new.moveInitialize(from: old, count: count)
    old.deallocate()
    return new
  }

  mutating func write(_ unit: UInt16, origin: Int32, end: Int32) {
    reserve(1)
    units[count] = unit
    origins[count] = origin
    ends[count] = end
    count += 1
  }

  /// Takes over units that the caller has written behind the end, within `capacity`.
  mutating func commit(count newCount: Int) {
    assert(newCount >= count && newCount <= capacity)
    count = newCount
  }

  mutating func truncate(to newCount: Int) {
    assert(newCount >= 0 && newCount <= count)
    count = newCount
  }

  /// Takes the unit at `index` out. O(units behind it).
  mutating func remove(at index: Int) {
    for i in index + 1..<count {
      units[i - 1] = units[i]
      origins[i - 1] = origins[i]
      ends[i - 1] = ends[i]
    }
    count -= 1
  }

  /// Makes the last unit `unit` and its source reach to `end`.
  mutating func extendLast(to end: Int32, as unit: UInt16) {
    guard count > 0 else { return }
    units[count - 1] = unit
    ends[count - 1] = max(ends[count - 1], end)
  }

  /// True if the text ends with `pattern`. O(pattern).
  func hasSuffix(_ pattern: StaticString) -> Bool {
    let length = pattern.utf8CodeUnitCount
    guard length <= count else { return false }
    for i in 0..<length where units[count - length + i] != UInt16(pattern.utf8Start[i]) { return false }
    return true
  }

  /// Copies the text to `text`, whose storage is used again.
  func store(into text: inout CleanText, sourceCount: Int) {
    text.units.removeAll(keepingCapacity: true)
    text.units.append(contentsOf: UnsafeBufferPointer(start: units, count: count))
    text.origins.removeAll(keepingCapacity: true)
    text.origins.reserveCapacity(count + 1)
    text.origins.append(contentsOf: UnsafeBufferPointer(start: origins, count: count))
    text.origins.append(Int32(truncatingIfNeeded: sourceCount))
    text.ends.removeAll(keepingCapacity: true)
    text.ends.append(contentsOf: UnsafeBufferPointer(start: ends, count: count))
  }
}
