import MinyiModel
import MinyiTopics
import Testing

struct SymmetricEigenTests {
  @Test func aKnownMatrix() {
    // The second difference of three points: 2 + √2, 2, 2 - √2, with vectors (1, -√2, 1)/2, (1, 0, -1)/√2, (1, √2, 1)/2.
    let eigen = SymmetricEigen([[2, -1, 0], [-1, 2, -1], [0, -1, 2]])
    let root = 2.0.squareRoot()
    let values = [2 + root, 2, 2 - root]
    let vectors = [[0.5, -root / 2, 0.5], [root / 2, 0, -root / 2], [0.5, root / 2, 0.5]]
    for i in 0..<3 {
      #expect(abs(eigen.values[i] - values[i]) < 1e-10)
      for k in 0..<3 { #expect(abs(eigen.vectors[i][k] - vectors[i][k]) < 1e-8, "\(i) \(k)") }
    }
  }

  @Test func valuesAndVectorsSatisfyTheEquation() {
    var random = SplitMix64(seed: 1)
    for n in [1, 2, 3, 5, 10, 40] {
      var a = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
      for i in 0..<n {
        for j in 0...i {
          // Some zeros and repeated values on the diagonal.
          let value = random.next(below: 4) == 0 ? 0 : Double(random.next(below: 21) - 10) / 3
          (a[i][j], a[j][i]) = (value, value)
        }
      }
      let eigen = SymmetricEigen(a.flatMap { $0 }, order: n)
      #expect(zip(eigen.values, eigen.values.dropFirst()).allSatisfy { $0 >= $1 })
      for (value, vector) in zip(eigen.values, eigen.vectors) {
        for i in 0..<n {
          let product = (0..<n).reduce(0.0) { $0 + a[i][$1] * vector[$1] }
          #expect(abs(product - value * vector[i]) < 1e-8, "order \(n), value \(value): \(a)")
        }
        #expect((vector.first { abs($0) > 1e-12 } ?? 0) > 0)
      }
      for i in 0..<n {
        for j in 0...i {
          let product = (0..<n).reduce(0.0) { $0 + eigen.vectors[i][$1] * eigen.vectors[j][$1] }
          #expect(abs(product - (i == j ? 1 : 0)) < 1e-9, "order \(n), vectors \(i) and \(j)")
        }
      }
      // The sum of the values is the trace.
      let trace = (0..<n).reduce(0.0) { $0 + a[$1][$1] }
      #expect(abs(eigen.values.reduce(0, +) - trace) < 1e-8)
    }
  }

  @Test func aDiagonalMatrixHasItsAxes() {
    let eigen = SymmetricEigen([[1, 0, 0], [0, 5, 0], [0, 0, 1]])
    #expect(eigen.values == [5, 1, 1])
    #expect(eigen.vectors == [[0, 1, 0], [1, 0, 0], [0, 0, 1]])
  }
}
