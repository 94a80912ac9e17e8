extension Opinion {
  /// A hash over every column but the key: equal for equal rows, in every run. O(characters).
  ///
  /// Each column goes in with its length, so that neighbouring columns cannot trade characters.
  public var contentHash: ContentHash {
    var text = ""
    func add(_ column: String?) {
      if let column { text += "\(column.utf8.count):\(column)" } else { text += "-" }
    }
    add(title)
    add(body)
    add(time.map { String($0.seconds) })
    add(author.map { String($0.rawValue) })
    add(place)
    add(channel)
    add(likes.map { String($0) })
    add(dislikes.map { String($0) })
    add(reply)
    add(repliedAt.map { String($0.seconds) })
    for other in others {
      add(other.name)
      add(other.value)
    }
    return ContentHash(text)
  }
}
