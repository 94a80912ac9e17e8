/// How many opinions of a topic point to each department.
struct DepartmentCounts {
  struct Entry {
    var department: Int
    var count: Int
  }

  /// Departments that a quarter of the opinions or more point to (two at least, where there are as many), most first.
  let involved: [Entry]

  init(_ topic: TopicFacts) {
    var counts: [Int] = []
    for opinion in topic.opinions {
      for department in opinion.signals.departments {
        while counts.count <= department { counts.append(0) }
        counts[department] += 1
      }
    }
    let least = max(1, min(2, topic.opinions.count), (topic.opinions.count + 3) / 4)
    involved = counts.enumerated().filter { $0.element >= least }
      .map { Entry(department: $0.offset, count: $0.element) }
      .sorted { ($1.count, $0.department) < ($0.count, $1.department) }
  }

  /// The terms that point to `department` in `topic`, most frequent first.
  static func terms(of department: Int, in topic: TopicFacts) -> [String] {
    var counts: [String: Int] = [:]
    for opinion in topic.opinions {
      for (own, term) in zip(opinion.signals.departments, opinion.signals.departmentTerms)
      where own == department {
        counts[term, default: 0] += 1
      }
    }
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.prefix(3).map(\.key)
  }
}
