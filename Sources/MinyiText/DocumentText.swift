/// One distinct text, segmented: what labels and quotes are taken from.
public struct DocumentText: Sendable {
  /// Without tokens where the text has no title.
  public var title: SegmentedText
  /// Without tokens where the text is a title alone.
  public var body: SegmentedText

  /// The two texts of an opinion, segmented apart.
  public init(title: SegmentedText, body: SegmentedText) {
    self.title = title
    self.body = body
  }
}
