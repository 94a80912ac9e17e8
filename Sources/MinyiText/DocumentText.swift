/// One distinct text, segmented: what labels and quotes are taken from.
public struct DocumentText: Sendable {
  public var title: SegmentedText
  public var body: SegmentedText

  public init(title: SegmentedText, body: SegmentedText) {
    self.title = title
    self.body = body
  }
}
