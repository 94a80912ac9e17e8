/// One order of columns made of several: each opinion has only the columns that its row has a value in.
package enum ColumnMerge {
  /// All elements of `lists`, in an order that agrees with every list, where there is one: an opinion that goes out and
  /// comes back has its columns in their old order. Ties, and lists that contradict each other, go by what is seen first.
  ///
  /// Kahn's topological sort. O(n²) at worst for n elements, else about linear in the lists.
  package static func merged<Element: Hashable>(_ lists: [[Element]]) -> [Element] {
    var numbers: [Element: Int] = [:]
    var elements: [Element] = []
    for element in lists.joined() where numbers[element] == nil {
      numbers[element] = elements.count
      elements.append(element)
    }
    var following = [Set<Int>](repeating: [], count: elements.count)
    var precedingCount = [Int](repeating: 0, count: elements.count)
    for list in lists {
      let places = list.compactMap { numbers[$0] }
      for (a, b) in zip(places, places.dropFirst()) where a != b && following[a].insert(b).inserted {
        precedingCount[b] += 1
      }
    }
    var rest = Array(elements.indices)
    var order: [Element] = []
    while !rest.isEmpty {
      let next = rest.firstIndex { precedingCount[$0] == 0 } ?? 0
      let number = rest.remove(at: next)
      order.append(elements[number])
      for other in following[number] { precedingCount[other] -= 1 }
    }
    return order
  }
}
