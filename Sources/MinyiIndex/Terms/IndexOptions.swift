/// Parameters of the index, as data.
public struct IndexOptions: Sendable, Hashable, Codable {
  /// How often an occurrence in a title counts. 1...10.
  public var titleWeight = 3
  /// Terms in fewer documents are left out. 1 or more.
  public var minimumDocumentFrequency = 2
  /// Terms in a larger share of the documents are left out. 0...1.
  public var maximumDocumentShare = 0.5

  public init() {}
}
