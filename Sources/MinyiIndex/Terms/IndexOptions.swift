/// Parameters of the index, as data.
public struct IndexOptions: Sendable, Hashable, Codable {
  /// How often an occurrence in a title counts. 1...10.
  public var titleWeight = 3
  /// Terms in fewer documents are left out. 1 or more.
  public var minimumDocumentFrequency = 2
  /// Terms in a larger share of the documents are left out. 0...1.
  public var maximumDocumentShare = 0.5

  /// A title three times, terms of two documents at least and of half of them at most.
  public init() {}

  /// Below so many documents no term is left out for being in too many or too few of them.
  private static let smallCollection = 100

  /// The options for a collection of this size: in a small one every text may be about the same thing, and then its words are
  /// no stop words; or each about another, and then a word that nobody else uses says what.
  public func fitted(to documentCount: Int) -> IndexOptions {
    var options = self
    if documentCount < IndexOptions.smallCollection {
      options.maximumDocumentShare = 1
      options.minimumDocumentFrequency = 1
    }
    return options
  }
}
