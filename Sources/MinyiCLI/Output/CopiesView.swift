import Minyi

/// The copies in one concern for people: the text that is repeated, and how each near copy differs from it.
struct CopiesView {
  let groups: [CopyGroup]
  let language: Language

  /// Characters of an unchanged part shown on each side of a change.
  private static let context = 12

  var text: String {
    guard !groups.isEmpty else {
      return language("没有重复或相近的意见。", "No opinions that repeat each other.") + "\n"
    }
    return groups.map(text).joined(separator: "\n")
  }

  private func text(_ group: CopyGroup) -> String {
    let leader = CopiesView.words(of: group.leader)
    var lines = [
      language("\(group.postCount) 条重复", "\(group.postCount) copies") + "  [\(group.leader.opinion.key)]",
      "  “\(leader)”",
    ]
    let equal = group.equal.dropFirst().map(\.opinion.key)
    if !equal.isEmpty {
      lines.append("  " + language("相同：", "the same: ") + equal.joined(separator: " "))
    }
    var shown = Set<Int>()
    for member in group.near {
      if !shown.insert(member.document).inserted {
        lines[lines.count - 1] += " " + language("同", "=") + "[\(member.opinion.key)]"
        continue
      }
      let difference = TextDifference(from: leader, to: CopiesView.words(of: member))
      lines.append("  ≈ \(marked(difference))  [\(member.opinion.key)]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(of member: ConcernDetail.Member) -> String {
    let opinion = member.opinion
    let words = opinion.title.isEmpty ? opinion.body : "\(opinion.title) \(opinion.body)"
    return words.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// `[-removed-]` and `{+inserted+}`, as word differences are written elsewhere, with what stands around them.
  private func marked(_ difference: TextDifference) -> String {
    difference.parts.enumerated().map { i, part in
      switch part {
      case .removed(let text): return "[-\(text)-]"
      case .inserted(let text): return "{+\(text)+}"
      case .same(let text):
        let isFirst = i == 0
        let isLast = i == difference.parts.count - 1
        let room = CopiesView.context * (isFirst || isLast ? 1 : 2)
        guard text.count > room + 1 else { return text }
        let head = isFirst ? "" : String(text.prefix(CopiesView.context))
        let tail = isLast ? "" : String(text.suffix(CopiesView.context))
        return "\(head)…\(tail)"
      }
    }.joined()
  }
}
