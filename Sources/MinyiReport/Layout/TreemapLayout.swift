/// Rectangles with areas as given, as square as can be.
///
/// Source: Bruls, Huizing and van Wijk, "Squarified treemaps", Data Visualization 2000.
package enum TreemapLayout {
  package struct Rectangle: Equatable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// The rectangle with this much less on each side.
    func inset(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Rectangle {
      Rectangle(
        x: x + left, y: y + top, width: max(0, width - left - right), height: max(0, height - top - bottom))
    }
  }

  /// The rectangles of `values`, largest first, within `frame`. O(n²) at worst.
  package static func rectangles(of values: [Double], in frame: Rectangle) -> [Rectangle] {
    let total = values.reduce(0, +)
    guard total > 0, frame.width > 0, frame.height > 0 else {
      return values.map { _ in Rectangle(x: frame.x, y: frame.y, width: 0, height: 0) }
    }
    let scale = frame.width * frame.height / total
    let areas = values.map { max(0, $0) * scale }
    var result: [Rectangle] = []
    var rest = frame
    var start = 0
    while start < areas.count {
      let side = min(rest.width, rest.height)
      var end = start + 1
      while end < areas.count, worst(areas[start...end], side) <= worst(areas[start..<end], side) { end += 1 }
      result += row(areas[start..<end], in: &rest)
      start = end
    }
    return result
  }

  /// The largest ratio of sides of rectangles that share a row along `side`.
  private static func worst(_ areas: ArraySlice<Double>, _ side: Double) -> Double {
    let sum = areas.reduce(0, +)
    guard sum > 0, side > 0 else { return .infinity }
    let depth = sum / side
    return areas.map { area in
      let length = area / depth
      return length > 0 ? max(length / depth, depth / length) : .infinity
    }.max() ?? .infinity
  }

  /// Lays one row along the shorter side and takes it off `rest`.
  private static func row(_ areas: ArraySlice<Double>, in rest: inout Rectangle) -> [Rectangle] {
    let sum = areas.reduce(0, +)
    let isUpright = rest.width >= rest.height
    let side = isUpright ? rest.height : rest.width
    let depth = side > 0 ? sum / side : 0
    var place = isUpright ? rest.y : rest.x
    let result = areas.map { area -> Rectangle in
      let length = depth > 0 ? area / depth : 0
      defer { place += length }
      return isUpright
        ? Rectangle(x: rest.x, y: place, width: depth, height: length)
        : Rectangle(x: place, y: rest.y, width: length, height: depth)
    }
    rest =
      isUpright ? rest.inset(depth, 0, 0, 0) : rest.inset(0, depth, 0, 0)
    return result
  }
}
