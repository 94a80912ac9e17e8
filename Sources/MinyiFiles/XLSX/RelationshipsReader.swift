/// Reads which part stands behind which id (…/_rels/….rels).
final class RelationshipsReader: XMLHandler {
  struct Relationship {
    /// The last word of the type, e.g. "worksheet".
    var kind: String
    var target: String
  }

  private(set) var relationships: [String: Relationship] = [:]

  var isDone: Bool { relationships.count > 100_000 }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes.string("Id"), let target = attributes.string("Target"),
      attributes.string("TargetMode") != "External"
    else { return }
    let kind = attributes.string("Type")?.split(separator: "/").last.map(String.init) ?? ""
    relationships[id] = Relationship(kind: kind, target: target)
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The part that `target` means, seen from the part's own folder.
  static func part(_ target: String, from folder: String) -> String {
    let path = target.hasPrefix("/") ? target : folder + "/" + target
    var steps: [Substring] = []
    for step in path.replacingBackslashes().split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

extension String {
  fileprivate func replacingBackslashes() -> String { String(map { $0 == "\\" ? "/" : $0 }) }
}
