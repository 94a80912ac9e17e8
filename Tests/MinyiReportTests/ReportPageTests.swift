import Foundation
import MinyiReport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ReportPageTests {
  /// Start tags of `html` outside of style and script, with their attributes.
  private static func tags(_ html: String) -> [String] {
    let bare = html.replacing(/<style>[\s\S]*?<\/style>/, with: "<style></style>")
      .replacing(/<script>[\s\S]*?<\/script>/, with: "<script></script>")
    return bare.matches(of: /<[a-zA-Z!\/][^>]*>/).map { String($0.output) }
  }

  /// A text changes what stands between tags and in attributes' values, and never a tag.
  @Test(arguments: Samples.hostile, ReportLanguage.allCases)
  func noTextBecomesMarkup(_ text: String, _ language: ReportLanguage) throws {
    func shape(_ text: String) throws -> [String] {
      ReportPageTests.tags(try ReportPage(Samples.document(text, language: language)).html()).map {
        $0.replacing(/"[^"]*"/, with: "\"\"")
      }
    }
    let (hostile, tame) = (try shape(text), try shape("话"))
    #expect(hostile.count > 200)
    // Lines of a label in a drawing depend on its length.
    #expect(hostile.filter { !$0.contains("text") } == tame.filter { !$0.contains("text") })
  }

  @Test func everyTextIsThere() throws {
    let html = try ReportPage(Samples.document("青禾<县>&'\"")).html()
    #expect(html.components(separatedBy: "青禾&lt;县&gt;&amp;&#39;&quot;").count > 60)
    #expect(!html.contains("青禾<"))
  }

  @Test func nothingOutsideIsReferredToAndNothingIsInline() throws {
    let html = try ReportPage(Samples.document("话")).html()
    for tag in ReportPageTests.tags(html) {
      #expect(!tag.contains(/\s(on[a-z]+|style|src|srcset|action|xlink:href)=/), "\(tag)")
      if tag.contains(" href=") { #expect(tag.contains(" href=\"#"), "\(tag)") }
    }
    #expect(
      !html.contains("http://") && !html.contains("https://") && !html.contains("url(")
        && !html.contains("@import"))
    #expect(html.contains("default-src 'none'") && !html.contains("unsafe"))
  }

  /// The policy's hashes, by the program that everybody checks them with.
  @Test(
    .enabled("openssl is not installed") { FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") })
  func thePolicyNamesStyleAndScript() throws {
    let html = try ReportPage(Samples.document("话")).html()
    for (element, directive) in [("style", "style-src"), ("script", "script-src")] {
      let content = try #require(
        html.components(separatedBy: "<\(element)>").last?.components(separatedBy: "</\(element)>").first)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
      process.arguments = ["dgst", "-sha256", "-binary"]
      let (input, output) = (Pipe(), Pipe())
      (process.standardInput, process.standardOutput) = (input, output)
      try process.run()
      // Both are shorter than what a pipe holds.
      try input.fileHandleForWriting.write(contentsOf: Data(content.utf8))
      try input.fileHandleForWriting.close()
      let hash = output.fileHandleForReading.readDataToEndOfFile().base64EncodedString()
      process.waitUntilExit()
      #expect(html.contains("\(directive) 'sha256-\(hash)'"), "\(element)")
    }
  }

  @Test func aReportWithoutTopicsSaysSo() throws {
    var document = Samples.document("话", topics: 0)
    (document.map, document.heatTables, document.lenses) = (nil, [], [])
    let html = try ReportPage(document).html()
    #expect(html.contains("没有符合条件的议题。") && !html.contains("<article class=\"topic\""))
  }

  @Test func bothLanguagesHaveEveryWord() throws {
    // A key without a word would leave an empty element behind.
    for language in ReportLanguage.allCases {
      let html = try ReportPage(Samples.document("x", language: language)).html()
      #expect(!html.contains(/<(h[1-6]|th|label|dt|button|summary)[^>]*>\s*<\//))
    }
    let english = try ReportPage(Samples.document("x", language: .en)).html()
    let text = english.replacing(/<style>[\s\S]*?<\/style>/, with: "").replacing(
      /<script>[\s\S]*?<\/script>/, with: "")
    #expect(!text.unicodeScalars.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) })
  }

  @Test func theSameDocumentHasTheSameBytes() throws {
    #expect(try ReportPage(Samples.document("话")).html() == ReportPage(Samples.document("话")).html())
  }
}
