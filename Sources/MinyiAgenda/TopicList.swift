/// The list that an agenda is cut to: so many topics, and so many of one theme at most.
struct TopicList: Sendable {
  /// Topics on the list.
  var count: Int
  /// Topics of one theme among them; nil: as many as there are.
  var quota: Int?

  /// The positions of `sorted` in the order of the agenda: the list first, then all others, both in the order they had.
  /// Where too few themes fill the list, it goes on by that order.
  func arranged(_ sorted: [Int], theme: (Int) -> Int32?) -> [Int] {
    guard let quota else { return sorted }
    var taken: [Int32: Int] = [:]
    var list: [Int] = []
    var waiting: [Int] = []
    for position in sorted {
      let theme = theme(position)
      if list.count < count, theme.map({ taken[$0, default: 0] < quota }) ?? true {
        list.append(position)
        if let theme { taken[theme, default: 0] += 1 }
      } else {
        waiting.append(position)
      }
    }
    return list + waiting
  }
}
