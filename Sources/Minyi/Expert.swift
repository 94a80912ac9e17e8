/// Somebody who may be asked to a consultation.
public struct Expert: Sendable, Equatable {
  public var id: String
  public var name: String
  /// What they know, as it stands in the file.
  public var field: String
  /// 界别; nil where the file has none.
  public var group: String?

  public init(id: String, name: String, field: String, group: String? = nil) {
    self.id = id
    self.name = name
    self.field = field
    self.group = group
  }
}
