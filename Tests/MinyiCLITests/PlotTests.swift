import Foundation
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Pictures for use elsewhere.
@Suite struct PlotTests {
  private static let kinds = ["trend", "themes", "map", "heatmap"]
  private let minyi: MinyiProcess

  init() throws { minyi = try MinyiProcess() }

  private func mine() throws {
    _ = try minyi.home.file("意见.csv", SampleOpinions.csv(SampleOpinions.rows))
    let outcome = try minyi("run", "意见.csv", "--workspace", "w.sqlite", "--quiet")
    try #require(outcome.status == 0, "\(outcome)")
  }

  private func plot(_ arguments: String...) throws -> ProcessOutcome {
    try minyi.run(["plot"] + arguments + ["--workspace", "w.sqlite"])
  }

  /// The names of the elements of an SVG that is well-formed, and the text in it.
  private func elements(_ svg: String) throws -> (names: [String: Int], text: String) {
    final class Reader: NSObject, XMLParserDelegate {
      var names: [String: Int] = [:]
      var text = ""
      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String] = [:]
      ) { names[name, default: 0] += 1 }
      func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
    return (reader.names, reader.text)
  }

  @Test(arguments: kinds) func everyPictureIsOneFileThatNeedsNoOther(_ kind: String) throws {
    try mine()
    let written = try plot(kind, "-o", "a.svg")
    #expect(written.status == 0 && written.output.isEmpty && written.errors.isEmpty, "\(written)")
    let svg = try plot(kind, "-o", "-").output
    #expect(try String(contentsOf: minyi.home.url.appendingPathComponent("a.svg"), encoding: .utf8) == svg)
    let (names, text) = try elements(svg)
    #expect(names["title", default: 0] >= 1 && names["script"] == nil && names["image"] == nil, "\(names)")
    let outside = svg.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!outside.contains("http") && !outside.contains("url(") && !outside.contains("@import"))
    switch kind {
    case "map": #expect(names["circle", default: 0] >= SampleOpinions.concerns.joined().count, "\(names)")
    case "themes": #expect(text.contains("电梯") || text.contains("渣土车"), "\(text)")
    case "heatmap": #expect(Set(SampleOpinions.rows.map(\.place)).allSatisfy { text.contains($0) }, "\(text)")
    default: #expect(names["rect", default: 0] > 3, "\(names)")
    }
    #expect(try plot(kind, "--title", "<甲&乙>", "-o", "-").output.contains("&lt;甲&amp;乙&gt;"))
    #expect(try plot(kind, "--lang", "en", "-o", "-").output != svg)
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    try mine()
    let expected = try PlotTests.kinds.map { try plot($0, "-o", "-").output }
    let other = try MinyiProcess()
    _ = try other.home.file("意见.csv", SampleOpinions.csv(SampleOpinions.shuffled(seed: 5)))
    let run = try other("run", "意见.csv", "--workspace", "w.sqlite", "--quiet", "--threads", "1")
    #expect(run.status == 0, "\(run)")
    for (kind, svg) in zip(PlotTests.kinds, expected) {
      #expect(try other("plot", kind, "-o", "-", "--workspace", "w.sqlite", "--threads", "3").output == svg)
    }
  }

  /// The bars of a concern's trend say how many opinions it has.
  @Test func theTrendOfAConcernIsItsOwn() throws {
    try mine()
    let all = try elements(plot("trend", "-o", "-").output).text
    let own = try elements(plot("trend", "--concern", "1", "-o", "-").output).text
    #expect(all != own && own.contains("逐期条数"), "\(own)")
  }

  @Test func wrongAsksAreTold() throws {
    try mine()
    for (arguments, status) in [
      (["trend"], 64), (["pie", "-o", "a.svg"], 64), (["trend", "-o", "a.gif"], 64),
      (["themes", "--concern", "1", "-o", "a.svg"], 64), (["trend", "--concern", "9999", "-o", "a.svg"], 66),
      (["trend", "-o", "没有/a.svg"], 73), (["trend", "-o", "没有/a.png"], 73),
    ] {
      let outcome = try minyi.run(["plot"] + arguments + ["--workspace", "w.sqlite"])
      #expect(outcome.status == Int32(status) && !outcome.errors.isEmpty, "\(arguments): \(outcome)")
    }
    let folder = try FileManager.default.contentsOfDirectory(atPath: minyi.home.path)
    #expect(!folder.contains { $0.hasSuffix(".svg") || $0.hasSuffix(".png") || $0.hasSuffix(".gif") })
  }

  @Test func whatTheColumnsDoNotAllowIsTold() throws {
    let lines = SampleOpinions.rows.map { $0.body + "\n" }.joined()
    _ = try minyi.home.file("a.csv", "内容\n" + lines)
    #expect(try minyi("run", "a.csv", "--workspace", "w.sqlite", "--quiet").status == 0)
    for kind in ["trend", "heatmap"] {
      let outcome = try plot(kind, "-o", "a.svg")
      #expect(outcome.status == 65 && outcome.errors.contains("时间列"), "\(kind): \(outcome)")
    }
    #expect(try plot("map", "-o", "a.svg").status == 0)
  }

  /// Width and height as the head of a PNG has them, with the signature checked.
  private func size(ofPNG name: String) throws -> (width: Int, height: Int) {
    let bytes = [UInt8](try Data(contentsOf: minyi.home.url.appendingPathComponent(name)))
    try #require(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && bytes.count > 1000)
    func number(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    return (number(16), number(20))
  }

  @Test(.enabled("librsvg is not installed") { PlotTests.hasLibrary })
  func aPNGIsTwiceAsLargeAsTheDrawing() throws {
    try mine()
    for kind in PlotTests.kinds {
      let outcome = try plot(kind, "-o", "a.png")
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
      let svg = try plot(kind, "-o", "-").output
      let head = try #require(svg.firstMatch(of: /width="([0-9.]+)" height="([0-9.]+)"/))
      let (width, height) = (try #require(Double(head.1)), try #require(Double(head.2)))
      #expect(try size(ofPNG: "a.png") == (Int((2 * width).rounded()), Int((2 * height).rounded())))
    }
  }

  @Test(.enabled("librsvg is installed") { !PlotTests.hasLibrary })
  func withoutTheLibraryThePackageIsNamed() throws {
    try mine()
    let outcome = try plot("map", "-o", "a.png")
    #expect(outcome.status != 0 && outcome.errors.contains("librsvg"), "\(outcome)")
  }

  private static var hasLibrary: Bool {
    ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"].contains {
      FileManager.default.fileExists(atPath: $0 + "/librsvg-2.so.2")
    }
  }
}
