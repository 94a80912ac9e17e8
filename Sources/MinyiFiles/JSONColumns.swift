import CSimdJSON
import MinyiModel

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The keys of a file's JSON objects, numbered in the order in which they are first seen.
///
/// Objects of one file mostly have the same keys in the same order, so a key is first compared with the one that stood
/// at its place in the object before; only when that fails is it looked up.
final class JSONColumns {
  private let map: [OpinionField: String]
  // Apart from each other: a key is compared for every value of a file, and what it is called is not copied for that.
  private var keys: [UnsafeMutableBufferPointer<UInt8>] = []
  private var targets: [Int] = []
  private(set) var uses: [ColumnUse] = []
  private var numbers: [String: Int] = [:]
  /// The column at each place of the last object.
  private var order: [Int] = []

  init(map: [OpinionField: String]) { self.map = map }

  deinit { for key in keys { key.deallocate() } }

  /// A column's field as `OpinionField.position`, or -1.
  @inline(__always)
  func target(of column: Int) -> Int { targets[column] }

  func name(of column: Int) -> String { uses[column].name }

  /// The column of the key at `place` in its object. O(bytes of the key).
  @inline(__always)
  func column(_ member: CJSONMember, at place: Int) -> Int {
    if place < order.count {
      let key = keys[order[place]]
      if key.count == member.keyByteCount, let bytes = key.baseAddress,
        memcmp(bytes, member.key, key.count) == 0
      {
        return order[place]
      }
    }
    return slowColumn(member, at: place)
  }

  private func slowColumn(_ member: CJSONMember, at place: Int) -> Int {
    let bytes = UnsafeBufferPointer(start: member.key, count: member.keyByteCount)
    let name = String(decoding: bytes, as: UTF8.self)
    let column = numbers[name] ?? add(name, bytes)
    if place < order.count {
      order[place] = column
    } else if place == order.count {
      order.append(column)
    }
    return column
  }

  private func add(_ name: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // One byte more, so that an empty key has an address too.
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count + 1)
    for i in bytes.indices { copy[i] = bytes[i] }
    let field = field(of: name)
    let shown = Whitespace.trimmed(name)
    let use = ColumnUse(
      name: shown.isEmpty ? ColumnPlan.name(ofColumn: keys.count) : shown, field: field,
      reason: field.map { map[$0] == nil ? .name : .mapped } ?? nil)
    keys.append(UnsafeMutableBufferPointer(rebasing: copy[..<bytes.count]))
    targets.append(field?.position ?? -1)
    uses.append(use)
    numbers[name] = keys.count - 1
    return keys.count - 1
  }

  private func field(of name: String) -> OpinionField? {
    let key = HeaderNames.normalized(name)
    for field in OpinionField.allCases {
      if let wanted = map[field], wanted == name || HeaderNames.normalized(wanted) == key { return field }
    }
    guard let field = HeaderNames.field(of: name), map[field] == nil else { return nil }
    return field
  }
}
