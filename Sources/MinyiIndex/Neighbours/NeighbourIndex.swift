import MinyiModel

/// An inverted index of the mean vectors of groups: for a term the groups to look at.
///
/// Without limits it misses no pair: from every vector the terms are left out that most groups have, as long as what is left
/// out is shorter than `tail`. Two vectors that meet in no term share only terms that one of the two leaves out, so that
/// their dot product is below `tail`. This is prefix filtering, with all vectors' terms in one order, as in Bayardo, Ma and
/// Srikant, "Scaling up all pairs similarity search", WWW 2007; bounds by length as in Anastasiu and Karypis, "L2AP:
/// fast cosine similarity search with prefix L-2 norm bounds", ICDE 2014.
struct NeighbourIndex: Sendable {
  /// A term of a mean vector.
  struct Entry {
    var term: UInt32
    var weight: Float
  }

  /// A group that has a term.
  struct Posting {
    /// Its position in `names`.
    var item: UInt32
    var weight: Float
  }

  /// The groups, ascending.
  let names: [Int32]
  /// What the terms that are left out can add to a dot product; not known, and 0, with limits.
  let tail: Float
  /// Item i meets others through `entries[entryStarts[i]..<entryStarts[i + 1]]`.
  let entries: [Entry]
  let entryStarts: [Int]
  /// Term t leads to `postings[starts[t]..<starts[t + 1]]`.
  let postings: [Posting]
  let starts: [Int]

  private static let chunkSize = 2048

  /// The index of all groups of `forest`. O(entries), the larger part in parallel.
  init(_ forest: GroupForest, tail: Double, limits: NeighbourLimits?, threads: ParallelChunks) {
    names = forest.names
    self.tail = limits == nil ? Float(tail) : 0
    // 1. the terms through which each group meets others
    let selection = EntrySelection(forest, names: names, tail: self.tail, limits: limits)
    let parts = threads.map(count: names.count, chunkSize: NeighbourIndex.chunkSize) { [names] range in
      var entries: [Entry] = []
      let ends = range.map { i in
        selection.append(names[i], of: forest, to: &entries)
        return entries.count
      }
      return (entries: entries, ends: ends)
    }
    var entryStarts = [0]
    entryStarts.reserveCapacity(names.count + 1)
    var count = 0
    for part in parts {
      entryStarts.append(contentsOf: part.ends.lazy.map { count + $0 })
      count += part.entries.count
    }
    entries = parts.flatMap(\.entries)
    self.entryStarts = entryStarts
    // 2. where each term's postings lie
    var starts = [Int](repeating: 0, count: forest.vectors.matrix.termCount + 1)
    let most = limits?.postingCount ?? .max
    for entry in entries where starts[Int(entry.term) + 1] < most { starts[Int(entry.term) + 1] += 1 }
    for t in 1..<starts.count { starts[t] += starts[t - 1] }
    self.starts = starts
    // 3. the postings, by name
    var next = starts
    var postings = [Posting](repeating: Posting(item: 0, weight: 0), count: starts[starts.count - 1])
    for item in names.indices {
      for entry in entries[entryStarts[item]..<entryStarts[item + 1]] {
        let term = Int(entry.term)
        guard next[term] < starts[term + 1] else { continue }
        postings[next[term]] = Posting(item: UInt32(item), weight: entry.weight)
        next[term] += 1
      }
    }
    self.postings = postings
  }
}
