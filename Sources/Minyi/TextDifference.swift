/// How one text differs from another, character by character.
///
/// Source of the shortest difference: Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1 (1986), as
/// the standard library has it.
public struct TextDifference: Sendable, Equatable {
  /// A run of characters with the same fate.
  public enum Part: Sendable, Equatable {
    /// In both texts.
    case same(String)
    /// In the old text only.
    case removed(String)
    /// In the new text only.
    case inserted(String)
  }

  /// In the order of the text; where characters were replaced, the removed ones come first.
  public private(set) var parts: [Part] = []

  /// What makes `new` out of `old`. O((characters) × (differences)).
  public init(from old: String, to new: String) {
    let (old, new) = (Array(old), Array(new))
    var removed = [Bool](repeating: false, count: old.count)
    var inserted = [Bool](repeating: false, count: new.count)
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed[offset] = true
      case .insert(let offset, _, _): inserted[offset] = true
      }
    }
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let removedEnd = removed[i...].firstIndex(of: false) ?? old.count
      if removedEnd > i { parts.append(.removed(String(old[i..<removedEnd]))) }
      let insertedEnd = inserted[j...].firstIndex(of: false) ?? new.count
      if insertedEnd > j { parts.append(.inserted(String(new[j..<insertedEnd]))) }
      (i, j) = (removedEnd, insertedEnd)
      let start = i
      while i < old.count, j < new.count, !removed[i], !inserted[j] { (i, j) = (i + 1, j + 1) }
      if i > start { parts.append(.same(String(old[start..<i]))) }
    }
  }
}
