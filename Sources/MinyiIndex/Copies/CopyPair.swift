/// Two texts that may be copies; the leader is the smaller document.
struct CopyPair: Comparable, Sendable {
  var copy: Int32
  var leader: Int32

  static func < (a: CopyPair, b: CopyPair) -> Bool { (a.copy, a.leader) < (b.copy, b.leader) }
}
