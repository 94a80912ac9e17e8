import MinyiIndex

/// Average linkage as the textbook has it: all pairs looked at before every merge. O(n³).
struct NaiveLinkage {
  /// Members ascending, groups by first member.
  private(set) var groups: [[Int]]
  /// True if some merge had another pair as near as the one it took, so that the order of documents may matter.
  private(set) var hadTie = false

  init(_ vectors: DocumentVectors, cut: Double) {
    let count = vectors.matrix.documentCount
    let rows = (0..<count).map { d in
      Dictionary(
        uniqueKeysWithValues: vectors.matrix.row(d).map {
          (vectors.matrix.terms[$0], Int(vectors.weights[$0]))
        })
    }
    // dots[i][j]: sum of the dot products between the members of groups i and j, exact.
    var dots = rows.map { a in rows.map { b in a.reduce(0) { $0 + $1.value * (b[$1.key] ?? 0) } } }
    groups = (0..<count).map { [$0] }
    while true {
      var best: (i: Int, j: Int, similarity: Double)?
      var isTied = false
      for i in groups.indices {
        for j in groups.indices where j > i {
          let pairs = Double(groups[i].count * groups[j].count)
          let similarity = Double(dots[i][j]) / (DocumentVectors.unit * DocumentVectors.unit * pairs)
          if similarity > best?.similarity ?? -1 {
            best = (i, j, similarity)
            isTied = false
          } else if similarity == best?.similarity {
            isTied = true
          }
        }
      }
      guard let best, best.similarity >= cut else { return }
      hadTie = hadTie || isTied
      groups[best.i] = (groups[best.i] + groups[best.j]).sorted()
      groups.remove(at: best.j)
      for k in dots.indices { dots[best.i][k] += dots[best.j][k] }
      dots.remove(at: best.j)
      for k in dots.indices {
        dots[k][best.i] += dots[k][best.j]
        dots[k].remove(at: best.j)
      }
    }
  }
}
