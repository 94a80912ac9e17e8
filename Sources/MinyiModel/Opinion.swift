/// One submission as Minyi keeps it: decoded, personal data masked, otherwise the resident's own words.
public struct Opinion: Sendable, Equatable {
  /// The id of the source file, or one made from the content where the file has none.
  public var key: String
  public var title: String
  public var body: String
  public var time: CivilTime?
  public var author: AuthorHash?
  public var place: String?
  public var channel: String?
  public var likes: Int?
  public var dislikes: Int?
  public var reply: String?
  public var repliedAt: CivilTime?
  /// Columns that map to no field, in file order.
  public var others: [OtherColumn]

  public init(
    key: String, title: String = "", body: String, time: CivilTime? = nil, author: AuthorHash? = nil,
    place: String? = nil, channel: String? = nil, likes: Int? = nil, dislikes: Int? = nil,
    reply: String? = nil, repliedAt: CivilTime? = nil, others: [OtherColumn] = []
  ) {
    self.key = key
    self.title = title
    self.body = body
    self.time = time
    self.author = author
    self.place = place
    self.channel = channel
    self.likes = likes
    self.dislikes = dislikes
    self.reply = reply
    self.repliedAt = repliedAt
    self.others = others
  }
}

/// A cell of a column that Minyi keeps but does not read.
public struct OtherColumn: Sendable, Equatable, Codable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
