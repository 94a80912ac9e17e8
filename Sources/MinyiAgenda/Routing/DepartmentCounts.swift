/// How many opinions of a topic point to each department, with the terms that did.
struct DepartmentCounts {
  struct Entry {
    var department: Int
    var count: Int
    /// Most frequent first.
    var terms: [String]
  }

  /// Departments that a quarter of the opinions or more point to (two at least, where there are as many), most first.
  let involved: [Entry]

  init(_ topic: TopicFacts) {
    var counts: [Int: Int] = [:]
    var terms: [Int: [String: Int]] = [:]
    for opinion in topic.opinions {
      for (department, term) in zip(opinion.signals.departments, opinion.signals.departmentTerms) {
        counts[department, default: 0] += 1
        terms[department, default: [:]][term, default: 0] += 1
      }
    }
    let least = max(min(2, topic.opinions.count), (topic.opinions.count + 3) / 4)
    involved = counts.filter { $0.value >= least }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .map { department, count in
        let words = (terms[department] ?? [:]).sorted {
          $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
        }
        return Entry(department: department, count: count, terms: words.prefix(3).map(\.key))
      }
  }
}
