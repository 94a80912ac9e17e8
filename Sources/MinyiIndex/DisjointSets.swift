/// Documents in sets that are joined, each named by its smallest document.
struct DisjointSets: Sendable {
  /// The set that a document's set was joined to, or itself.
  private var parents: [Int32]

  /// Every document is a set of its own.
  init(count: Int) { parents = (0..<count).map { Int32($0) } }

  /// The names of the sets, ascending.
  var names: [Int32] { parents.indices.filter { parents[$0] == $0 }.map { Int32($0) } }

  /// True if `document` names a set.
  @inline(__always)
  func isName(_ document: Int32) -> Bool { parents[Int(document)] == document }

  /// The name of the set of `document`. Shortens the way for the next time.
  @inline(__always)
  mutating func name(of document: Int32) -> Int32 {
    var d = Int(document)
    while Int(parents[d]) != d {
      parents[d] = parents[Int(parents[d])]
      d = Int(parents[d])
    }
    return Int32(d)
  }

  /// Joins the sets named `a` and `b` under the smaller name.
  mutating func join(_ a: Int32, _ b: Int32) { parents[Int(max(a, b))] = min(a, b) }
}
