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

  /// The counts as they are.
  package init(countsOf matrix: TermMatrix) {
    self.init(
      rowStarts: matrix.rowStarts, columns: matrix.terms, values: matrix.counts.map { Float($0) },
      columnCount: matrix.termCount)
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
  package func times(_ right: ColumnBlocks, _ threads: ParallelChunks) -> ColumnBlocks {
    var product = ColumnBlocks(rows: rowCount, columns: right.columns)
    product.fill(count: rowCount, chunkSize: 1024, threads) { range, out in
      withEntries { starts, columns, values in
        right.lanes.withUnsafeBufferPointer { lanes in
          for b in 0..<right.blockCount {
            let block = UnsafeBufferPointer(rebasing: lanes[b * right.rows..<(b + 1) * right.rows])
            for r in range {
              var sum = ColumnBlocks.Lanes.zero
              for e in starts[r]..<starts[r + 1] { sum += values[e] * block[Int(columns[e])] }
              out[b * rowCount + r] = sum
            }
          }
        }
      }
    }
    return product
  }

  /// The product of the transpose with a rows × k matrix, summed in the order of rows; parallel by blocks of the
  /// product's columns, whose sums do not mix.
  package func transposedTimes(_ right: ColumnBlocks, _ threads: ParallelChunks) -> ColumnBlocks {
    var product = ColumnBlocks(rows: columnCount, columns: right.columns)
    product.fill(count: right.blockCount, chunkSize: 1, threads) { range, out in
      withEntries { starts, columns, values in
        right.lanes.withUnsafeBufferPointer { lanes in
          for b in range {
            let sums = UnsafeMutableBufferPointer(rebasing: out[b * columnCount..<(b + 1) * columnCount])
            for r in 0..<rowCount {
              let lane = lanes[b * rowCount + r]
              for e in starts[r]..<starts[r + 1] { sums[Int(columns[e])] += values[e] * lane }
            }
          }
        }
      }
    }
    return product
  }

  private func withEntries(
    _ body: (UnsafeBufferPointer<Int>, UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<Float>) -> Void
  ) {
    rowStarts.withUnsafeBufferPointer { starts in
      columns.withUnsafeBufferPointer { columns in
        values.withUnsafeBufferPointer { values in body(starts, columns, values) }
      }
    }
  }
}
