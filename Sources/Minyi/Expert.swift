/// Somebody who may be asked to a consultation.
public struct Expert: Sendable, Equatable {
  /// As it stands in the file; the line where there is none.
  public var id: String
  /// As it stands in the file; empty where there is none.
  public var name: String
  /// What they know, as it stands in the file.
  public var field: String
  /// 界别; nil where the file has none.
  public var group: String?

  /// An expert; what they are proposed for goes by `field` alone.
  public init(id: String, name: String, field: String, group: String? = nil) {
    self.id = id
    self.name = name
    self.field = field
    self.group = group
  }
}
