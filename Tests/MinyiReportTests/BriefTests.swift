import Foundation
import MinyiReport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct BriefTests {
  /// The texts between the tags of a part of a Word file; nil if it is not well formed.
  private final class TextReader: NSObject, XMLParserDelegate {
    var text = ""
    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  @Test(arguments: Samples.hostile) func wordPartsAreWellFormedAndHoldTheText(_ text: String) throws {
    for form in [BriefDocument.Form.sheet, .bulletin] {
      let parts = BriefWord(Samples.brief("前" + text + "后", form)).parts
      #expect(parts.map(\.name).first == "[Content_Types].xml")
      for part in parts {
        let reader = TextReader()
        let parser = XMLParser(data: Data(part.text.utf8))
        parser.delegate = reader
        #expect(parser.parse(), "\(part.name): \(parser.parserError.map { "\($0)" } ?? "")")
        if part.name == "word/document.xml" {
          #expect(reader.text.contains("前") && reader.text.contains("后"))
          #expect(!part.text.contains("<script") && !part.text.contains("<img"))
        }
      }
    }
  }

  @Test(arguments: Samples.hostile) func pagesKeepTextsAsText(_ text: String) throws {
    let html = try BriefPage(Samples.brief(text, .sheet)).html()
    let tags = html.matches(of: /<[a-zA-Z\/][^>]*>/).count
    #expect(tags == (try BriefPage(Samples.brief("话", .sheet)).html()).matches(of: /<[a-zA-Z\/][^>]*>/).count)
    #expect(!html.contains("<script") && !html.contains("<img"))
  }

  @Test func markdownKeepsEveryTextOnItsLine() {
    let text = BriefMarkdown(Samples.brief("a|b*c_d`e`[f](g)<h>\n# i", .bulletin)).text
    let escaped = "a\\|b\\*c\\_d\\`e\\`\\[f\\](g)\\<h\\> \\# i"
    #expect(text.hasPrefix("# \(escaped)\n\n\(escaped)\n\n## \(escaped)\n\n\(escaped)\n\n- \(escaped)\n"))
    #expect(text.contains("| \(escaped) | 1 |\n") && text.contains("|---|---:|"))
  }
}
