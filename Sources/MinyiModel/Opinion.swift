/// One submission as Minyi keeps it: decoded, personal data masked, otherwise the resident's own words.
public struct Opinion: Sendable, Equatable {
  /// The id of the source file, or one made from the content where the file has none.
  public var key: String
  /// Empty where the file has no such column or cell.
  public var title: String
  /// The text itself, personal data masked; empty where only the title says something.
  public var body: String
  /// When it was sent in; nil where the file does not say or the date cannot be read.
  public var time: CivilTime?
  /// Who wrote it; nil where the file does not say.
  public var author: AuthorHash?
  /// As the file names it, from a village to a city; nil where it does not.
  public var place: String?
  /// How it came in, such as a hotline or a website; nil where the file does not say.
  public var channel: String?
  /// Nil where the file does not say or the count cannot be read, which is not 0.
  public var likes: Int?
  /// Nil where the file does not say or the count cannot be read, which is not 0.
  public var dislikes: Int?
  /// What the office answered, masked as the body is; nil where there is no answer in the file.
  public var reply: String?
  /// When the office answered; nil where the file does not say or the date cannot be read.
  public var repliedAt: CivilTime?
  /// Columns that map to no field, in file order.
  public var others: [OtherColumn]

  /// An opinion of columns as they are to be kept: nothing is masked or checked here.
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
  /// The header of the file; 列3 and the like where the file gives none.
  public var name: String
  /// What stands there; in an opinion masked, or a pseudonym where the column tells who somebody is.
  public var value: String

  /// A cell as it stands: nothing is masked here.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
