import MinyiModel
import MinyiReport
import Testing

@Suite struct TreemapLayoutTests {
  private let frame = TreemapLayout.Rectangle(x: 3, y: 5, width: 640, height: 360)

  private func area(_ rectangle: TreemapLayout.Rectangle) -> Double { rectangle.width * rectangle.height }

  private func overlap(_ a: TreemapLayout.Rectangle, _ b: TreemapLayout.Rectangle) -> Double {
    let width = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    let height = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
    return max(0, width) * max(0, height)
  }

  @Test(arguments: 1...40) func areasAreAsGivenAndFillTheFrameOnce(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let values = (0..<(1 + random.next(below: 30))).map { _ in Double(1 + random.next(below: 500)) }
      .sorted(by: >)
    let rectangles = TreemapLayout.rectangles(of: values, in: frame)
    let scale = area(frame) / values.reduce(0, +)
    #expect(rectangles.count == values.count)
    for (value, rectangle) in zip(values, rectangles) {
      #expect(abs(area(rectangle) - value * scale) < 1e-6 * area(frame))
      #expect(rectangle.x >= frame.x - 1e-6 && rectangle.x + rectangle.width <= frame.x + frame.width + 1e-6)
      #expect(
        rectangle.y >= frame.y - 1e-6 && rectangle.y + rectangle.height <= frame.y + frame.height + 1e-6)
    }
    for i in rectangles.indices {
      for j in 0..<i { #expect(overlap(rectangles[i], rectangles[j]) < 1e-6 * area(frame)) }
    }
  }

  /// The example of Bruls, Huizing and van Wijk: areas 6, 6, 4, 3, 2, 2, 1 in a frame of 6 by 4.
  @Test func theExampleOfThePaper() {
    let rectangles = TreemapLayout.rectangles(
      of: [6, 6, 4, 3, 2, 2, 1], in: .init(x: 0, y: 0, width: 6, height: 4))
    #expect(rectangles[0] == .init(x: 0, y: 0, width: 3, height: 2))
    #expect(rectangles[1] == .init(x: 0, y: 2, width: 3, height: 2))
    #expect(rectangles[2].x == 3 && rectangles[2].y == 0 && abs(rectangles[2].width - 12.0 / 7) < 1e-9)
    #expect(abs(rectangles[3].height - 7.0 / 3) < 1e-9 && abs(rectangles[3].x - (3 + 12.0 / 7)) < 1e-9)
  }

  @Test func nothingHasNoArea() {
    #expect(TreemapLayout.rectangles(of: [], in: frame).isEmpty)
    #expect(TreemapLayout.rectangles(of: [0, 0], in: frame).allSatisfy { area($0) == 0 })
    let withNothing = TreemapLayout.rectangles(of: [5, 0], in: frame)
    #expect(area(withNothing[0]) == area(frame) && area(withNothing[1]) == 0)
    let flat = TreemapLayout.rectangles(of: [5, 3], in: .init(x: 0, y: 0, width: 0, height: 9))
    #expect(flat.allSatisfy { area($0) == 0 && $0.width.isFinite && $0.height.isFinite })
  }
}
