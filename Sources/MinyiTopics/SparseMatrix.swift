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
    ColumnBlocks(right).product(rowCount: rowCount, chunkSize: 1024, threads) { block, r in
      var sum = ColumnBlocks.Lanes.zero
      for e in row(r) { sum += values[e] * block[Int(columns[e])] }
      return sum
    }
  }

  /// The product of the transpose with a rows × k matrix, summed in the order of rows; parallel by blocks of the
  /// product's columns, whose sums do not mix.
  package func transposedTimes(_ right: DenseMatrix, _ threads: ParallelChunks) -> DenseMatrix {
    let blocks = ColumnBlocks(right)
    let parts = threads.map(count: blocks.blockCount, chunkSize: 1) { range in
      var sums = [ColumnBlocks.Lanes](repeating: .zero, count: columnCount)
      sums.withUnsafeMutableBufferPointer { sums in
        for r in 0..<rowCount {
          let lane = blocks.lanes[range.lowerBound * blocks.rows + r]
          for e in row(r) { sums[Int(columns[e])] += values[e] * lane }
        }
      }
      return sums
    }
    var product = DenseMatrix(rows: columnCount, columns: right.columns)
    product.values.withUnsafeMutableBufferPointer { out in
      for (b, sums) in parts.enumerated() {
        for r in 0..<columnCount {
          ColumnBlocks.store(sums[r], block: b, row: r, columns: right.columns, to: out)
        }
      }
    }
    return product
  }
}
