import MinyiModel
import MinyiTopics
import Testing

struct ColumnBlocksTests {
  private func randomMatrix(_ random: inout SplitMix64, _ rows: Int, _ columns: Int) -> DenseMatrix {
    var matrix = DenseMatrix(rows: rows, columns: columns)
    for i in matrix.values.indices { matrix.values[i] = Float(random.nextUnit() - 0.5) }
    return matrix
  }

  private func column(_ matrix: DenseMatrix, _ c: Int) -> [Double] {
    (0..<matrix.rows).map { Double(matrix.values[$0 * matrix.columns + c]) }
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

  @Test func columnsBecomeOrthonormalAndSpanTheSame() {
    var random = SplitMix64(seed: 1)
    for round in 0..<40 {
      let columns = 1 + random.next(below: 12)
      let rows = columns + random.next(below: round < 30 ? 60 : 1500)
      let original = randomMatrix(&random, rows, columns)
      var blocks = ColumnBlocks(original)
      blocks.orthonormalizeColumns(oneThread)
      let basis = blocks.dense
      let q = (0..<columns).map { column(basis, $0) }
      for i in 0..<columns {
        for j in 0...i {
          #expect(
            abs(dot(q[i], q[j]) - (i == j ? 1 : 0)) < 1e-4, "\(rows) × \(columns), columns \(i) and \(j)")
        }
      }
      for c in 0..<columns {
        // What of the column lies outside the basis.
        let a = column(original, c)
        var rest = a
        for axis in q {
          let share = dot(axis, a)
          for r in rest.indices { rest[r] -= share * axis[r] }
        }
        #expect(
          dot(rest, rest).squareRoot() < 1e-3 * dot(a, a).squareRoot(), "\(rows) × \(columns), column \(c)")
      }
    }
  }

  @Test func dependentColumnsBecomeZero() {
    var random = SplitMix64(seed: 2)
    for round in 0..<60 {
      let columns = 2 + random.next(below: 8)
      let rows = columns + 4 + random.next(below: round < 40 ? 50 : 1500)
      var matrix = randomMatrix(&random, rows, columns)
      // Columns that are zero, a copy, or the sum of two earlier ones.
      var dependent: Set<Int> = []
      for c in 1..<columns where random.next(below: 3) == 0 {
        dependent.insert(c)
        let (a, b) = (random.next(below: c), random.next(below: c))
        let kind = random.next(below: 3)
        for r in 0..<rows {
          let left = matrix.values[r * columns + a]
          matrix.values[r * columns + c] = [0, left, left + matrix.values[r * columns + b]][kind]
        }
      }
      var blocks = ColumnBlocks(matrix)
      blocks.orthonormalizeColumns(oneThread)
      let basis = blocks.dense
      for c in 0..<columns {
        let q = column(basis, c)
        let length = dot(q, q)
        #expect(
          abs(length - (dependent.contains(c) ? 0 : 1)) < 1e-4,
          "round \(round), \(rows) × \(columns), column \(c) of dependent \(dependent.sorted()): \(length)")
        for other in 0..<c {
          #expect(abs(dot(q, column(basis, other))) < 1e-4, "round \(round): \(other), \(c)")
        }
      }
    }
  }

  @Test func productsAndGramAreThoseOfTheDefinition() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<30 {
      let (n, m, k) = (1 + random.next(below: 40), 1 + random.next(below: 40), 1 + random.next(below: 40))
      let left = randomMatrix(&random, n, m)
      let right = randomMatrix(&random, m, k)
      let product = ColumnBlocks(left).times(right, oneThread).dense
      let gram = ColumnBlocks(left).gram(oneThread)
      #expect(product.rows == n && product.columns == k && gram.count == m * m)
      for c in 0..<k {
        for r in 0..<n {
          let row = (0..<m).map { Double(left.values[r * m + $0]) }
          #expect(abs(Double(product.values[r * k + c]) - dot(row, column(right, c))) < 1e-5)
        }
      }
      for i in 0..<m {
        for j in 0..<m { #expect(abs(gram[i * m + j] - dot(column(left, i), column(left, j))) < 1e-5) }
      }
    }
  }

  @Test func threadsDoNotMatter() {
    // Several chunks of rows and blocks of columns.
    var random = SplitMix64(seed: 4)
    let matrix = ColumnBlocks(randomMatrix(&random, 2300, 37))
    let right = randomMatrix(&random, 37, 5)
    var basis = matrix
    basis.orthonormalizeColumns(oneThread)
    for count in [2, 8] {
      let threads = ParallelChunks(threadCount: count)
      var other = matrix
      other.orthonormalizeColumns(threads)
      #expect(other.lanes == basis.lanes)
      #expect(matrix.gram(threads) == matrix.gram(oneThread))
      #expect(matrix.times(right, threads).lanes == matrix.times(right, oneThread).lanes)
    }
  }

  @Test func rowsBecomeUnitVectorsAndZeroRowsStay() {
    var random = SplitMix64(seed: 5)
    var matrix = randomMatrix(&random, 20, 6)
    for i in matrix.row(3) { matrix.values[i] = 0 }
    let original = matrix
    var blocks = ColumnBlocks(matrix)
    blocks.normalizeRows()
    matrix.normalizeRows()
    #expect(zip(blocks.dense.values, matrix.values).allSatisfy { abs($0 - $1) < 1e-6 })
    for r in 0..<20 {
      let squares = matrix.row(r).reduce(0.0) { $0 + Double(matrix.values[$1] * matrix.values[$1]) }
      #expect(abs(squares - (r == 3 ? 0 : 1)) < 1e-5)
      let parallel = matrix.row(r).allSatisfy { matrix.values[$0] * original.values[$0] >= 0 }
      #expect(parallel)
    }
  }
}
