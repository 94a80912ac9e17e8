import MinyiModel
import MinyiTopics
import Testing

struct SparseMatrixTests {
  /// A random matrix with a third of its entries, and the same row by row.
  private func random(_ random: inout SplitMix64, _ rows: Int, _ columns: Int) -> (SparseMatrix, DenseMatrix)
  {
    var dense = DenseMatrix(rows: rows, columns: columns)
    var (starts, places, values) = ([0], [UInt32](), [Float]())
    for r in 0..<rows {
      for c in 0..<columns where random.next(below: 3) == 0 {
        let value = Float(random.nextUnit() - 0.5)
        dense.values[r * columns + c] = value
        places.append(UInt32(c))
        values.append(value)
      }
      starts.append(places.count)
    }
    return (SparseMatrix(rowStarts: starts, columns: places, values: values, columnCount: columns), dense)
  }

  /// Σ a[i] · b[i] over rows r of `a` and s of `b`.
  private func dot(_ a: DenseMatrix, _ r: Int, _ b: DenseMatrix, _ s: Int) -> Double {
    zip(a.row(r), b.row(s)).reduce(0) { $0 + Double(a.values[$1.0]) * Double(b.values[$1.1]) }
  }

  private func transposed(_ matrix: DenseMatrix) -> DenseMatrix {
    var result = DenseMatrix(rows: matrix.columns, columns: matrix.rows)
    for r in 0..<matrix.rows {
      for c in 0..<matrix.columns {
        result.values[c * matrix.rows + r] = matrix.values[r * matrix.columns + c]
      }
    }
    return result
  }

  @Test func productsAreThoseOfTheDefinition() {
    var numbers = SplitMix64(seed: 1)
    for round in 0..<30 {
      let (n, m) = (1 + numbers.next(below: round < 28 ? 30 : 2500), 1 + numbers.next(below: 30))
      let (sparse, dense) = random(&numbers, n, m)
      let (_, right) = random(&numbers, m, 1 + numbers.next(below: 40))
      let (_, below) = random(&numbers, n, 1 + numbers.next(below: 40))
      let product = sparse.times(ColumnBlocks(right), oneThread)
      let crossed = sparse.transposedTimes(ColumnBlocks(below), oneThread)
      let (rightRows, belowRows, columns) = (transposed(right), transposed(below), transposed(dense))
      for c in 0..<right.columns {
        for r in 0..<n { #expect(abs(Double(product[r, c]) - dot(dense, r, rightRows, c)) < 1e-4) }
      }
      for c in 0..<below.columns {
        for r in 0..<m { #expect(abs(Double(crossed[r, c]) - dot(columns, r, belowRows, c)) < 1e-3) }
      }
      for count in [2, 8] {
        let threads = ParallelChunks(threadCount: count)
        #expect(sparse.times(ColumnBlocks(right), threads).lanes == product.lanes)
        #expect(sparse.transposedTimes(ColumnBlocks(below), threads).lanes == crossed.lanes)
      }
    }
  }

  @Test func theDecompositionHasTheRightProducts() {
    // With all dimensions (U S)(U S)ᵀ = A Aᵀ, and (U √S)(U √S)ᵀ is its square root; tall and wide.
    var numbers = SplitMix64(seed: 2)
    for _ in 0..<20 {
      let (n, m) = (2 + numbers.next(below: 25), 2 + numbers.next(below: 25))
      let (sparse, dense) = random(&numbers, n, m)
      let whole = TruncatedSVD(of: sparse, dimensions: 25, exponent: 1, iterations: 2, threads: oneThread)
        .left.dense
      let half = TruncatedSVD(of: sparse, dimensions: 25, exponent: 0.5, iterations: 2, threads: oneThread)
        .left.dense
      for a in 0..<n {
        for b in 0..<n {
          #expect(abs(dot(whole, a, whole, b) - dot(dense, a, dense, b)) < 1e-3, "\(n) × \(m)")
          let squared = (0..<n).reduce(0.0) { $0 + dot(half, a, half, $1) * dot(half, $1, half, b) }
          #expect(abs(squared - dot(dense, a, dense, b)) < 1e-3, "\(n) × \(m)")
        }
      }
    }
  }

  @Test func theLeadingDirectionsAreFound() {
    // Three strong directions under noise: the lengths of the columns of U S are the singular values of the whole.
    var numbers = SplitMix64(seed: 3)
    for (n, m) in [(90, 60), (60, 90)] {
      let (noise, _) = random(&numbers, n, m)
      let values = noise.values.enumerated().map { i, value in
        value * 0.2 + (noise.columns[i] % 3 == 0 ? 3 : noise.columns[i] % 3 == 1 ? 1 : 0)
      }
      let matrix = SparseMatrix(
        rowStarts: noise.rowStarts, columns: noise.columns, values: values, columnCount: m)
      let few = TruncatedSVD(of: matrix, dimensions: 3, exponent: 1, iterations: 4, threads: oneThread).left
        .dense
      let all = TruncatedSVD(of: matrix, dimensions: 90, exponent: 1, iterations: 1, threads: oneThread).left
        .dense
      for c in 0..<3 {
        let (short, long) = (transposed(few), transposed(all))
        let value = dot(long, c, long, c).squareRoot()
        #expect(abs(dot(short, c, short, c).squareRoot() - value) < 0.02 * value, "\(n) × \(m), \(c)")
      }
    }
  }
}
