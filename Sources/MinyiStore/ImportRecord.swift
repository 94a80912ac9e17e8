/// The fates of one file's rows. They add up to the rows read.
public struct ImportRecord: Sendable, Equatable, Codable {
  /// The file's name without its folder; `-` for standard input.
  public var file: String
  /// `FileFormat` by its name, such as `csv`.
  public var format: String
  /// The name of the encoding that it was read in, found or given.
  public var encoding: String
  /// Rows whose id the workspace did not know.
  public var imported = 0
  /// Rows that took the place of an opinion of the same id and other content.
  public var updated = 0
  /// Rows whose opinion is in the workspace already, just so.
  public var unchanged = 0
  /// Rows whose title and body say nothing: empty, without letters, or an answer such as 无.
  public var blank = 0
  /// Rows that could not be read, or whose id stands further up in the file with other content.
  public var malformed = 0
  /// Masked personal data by kind.
  public var masked: [String: Int] = [:]

  /// True if personal data was kept as it stands in the file, because the user said so.
  public var keepsPersonalData = false

  /// A record without a row so far.
  public init(file: String, format: String, encoding: String) {
    self.file = file
    self.format = format
    self.encoding = encoding
  }

  /// Rows read: the sum of the fates.
  public var rows: Int { imported + updated + unchanged + blank + malformed }
}
