/// The fates of one file's rows. They add up to the rows read.
public struct ImportRecord: Sendable, Equatable, Codable {
  public var file: String
  public var format: String
  public var encoding: String
  public var imported = 0
  public var updated = 0
  public var unchanged = 0
  public var blank = 0
  public var malformed = 0
  /// Masked personal data by kind.
  public var masked: [String: Int] = [:]

  /// True if personal data was kept as it stands in the file, because the user said so.
  public var keepsPersonalData = false

  public init(file: String, format: String, encoding: String) {
    self.file = file
    self.format = format
    self.encoding = encoding
  }

  /// Rows read: the sum of the fates.
  public var rows: Int { imported + updated + unchanged + blank + malformed }
}
