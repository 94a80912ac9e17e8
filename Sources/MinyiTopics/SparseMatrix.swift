package import MinyiIndex
package import MinyiModel

/// A matrix of reals in compressed sparse rows.
package struct SparseMatrix: Sendable {
  /// Row r is `rowStarts[r]..<rowStarts[r + 1]` of `columns` and `values`.
  package let rowStarts: [Int]
  package let columns: [UInt32]
  package let values: [Float]
  package let columnCount: Int

  package init(rowStarts: [Int], columns: [UInt32], values: [Float], columnCount: Int) {
    self.rowStarts = rowStarts
    self.columns = columns
    self.values = values
    self.columnCount = columnCount
  }

  /// The TF-IDF vectors as rows of unit length.
  package init(_ vectors: DocumentVectors) {
    let scale = 1 / Float(DocumentVectors.unit)
    self.init(
      rowStarts: vectors.matrix.rowStarts, columns: vectors.matrix.terms,
      values: vectors.weights.map { Float($0) * scale }, columnCount: vectors.matrix.termCount)
  }

  package var rowCount: Int { rowStarts.count - 1 }

  package func row(_ r: Int) -> Range<Int> { rowStarts[r]..<rowStarts[r + 1] }

  /// The product with a columns × k matrix. Rows are computed apart, each in the order of its entries.
  package func times(_ right: DenseMatrix, _ threads: ParallelChunks) -> DenseMatrix {
    let k = right.columns
    let parts = threads.map(count: rowCount, chunkSize: 1024) { range in
      var part = [Float](repeating: 0, count: range.count * k)
      part.withUnsafeMutableBufferPointer { out in
        right.values.withUnsafeBufferPointer { factor in
          for r in range {
            let target = (r - range.lowerBound) * k
            for e in row(r) {
              let value = values[e]
              let source = Int(columns[e]) * k
              for c in 0..<k { out[target + c] += value * factor[source + c] }
            }
          }
        }
      }
      return part
    }
    var product = DenseMatrix(rows: rowCount, columns: k)
    product.values = parts.flatMap { $0 }
    return product
  }

  /// The product of the transpose with a rows × k matrix, summed in the order of rows; parallel by columns of
  /// the product, whose sums do not mix.
  package func transposedTimes(_ right: DenseMatrix, _ threads: ParallelChunks) -> DenseMatrix {
    let k = right.columns
    let width = 16
    let parts = threads.map(count: k, chunkSize: width) { range in
      var part = [Float](repeating: 0, count: columnCount * range.count)
      part.withUnsafeMutableBufferPointer { out in
        right.values.withUnsafeBufferPointer { factor in
          for r in 0..<rowCount {
            let source = r * k + range.lowerBound
            for e in row(r) {
              let value = values[e]
              let target = Int(columns[e]) * range.count
              for c in 0..<range.count { out[target + c] += value * factor[source + c] }
            }
          }
        }
      }
      return part
    }
    var product = DenseMatrix(rows: columnCount, columns: k)
    for (i, part) in parts.enumerated() {
      let start = i * width
      let count = min(width, k - start)
      for r in 0..<columnCount {
        for c in 0..<count { product.values[r * k + start + c] = part[r * count + c] }
      }
    }
    return product
  }
}
