package import MinyiIndex
package import MinyiModel

/// Document vectors of a few dimensions: latent semantic analysis by a randomised truncated SVD.
///
/// Source: Halko, Martinsson and Tropp, "Finding structure with randomness", SIAM Review 53 (2011), algorithm 4.4
/// (subspace iteration), with a seeded start. O(iterations × (entries × dimensions + documents × dimensions²)).
package struct LatentSpace: Sendable {
  /// Row d: document d's coordinates, of unit length (zero for a text without terms).
  package let documents: DenseMatrix

  package init(of vectors: DocumentVectors, dimensions: Int, threads: ParallelChunks, seed: UInt64 = 1) {
    let matrix = vectors.matrix
    let wide = min(dimensions + 10, matrix.documentCount, matrix.termCount)
    // 1. a random basis of the terms' space, drawn towards the leading directions
    var basis = DenseMatrix(rows: matrix.termCount, columns: wide)
    var random = SplitMix64(seed: seed)
    for i in basis.values.indices { basis.values[i] = Float(random.nextUnit() - 0.5) }
    var projected = vectors.times(basis, threads)
    for _ in 0..<4 {
      projected.orthonormalizeColumns(threads)
      basis = vectors.transposedTimes(projected)
      projected = vectors.times(basis, threads)
    }
    // 2. within the basis found, the principal axes and the coordinates on them: U S of the SVD
    projected.orthonormalizeColumns(threads)
    basis = vectors.transposedTimes(projected)
    let eigen = SymmetricEigen(basis.gram(threads), order: wide)
    var coordinates = projected.times(eigen.axes(min(dimensions, wide), scaled: true), threads)
    coordinates.normalizeRows()
    documents = coordinates
  }
}

extension DocumentVectors {
  /// The product with a terms × k matrix. Rows are computed apart, each in the order of its terms.
  func times(_ right: DenseMatrix, _ threads: ParallelChunks) -> DenseMatrix {
    let k = right.columns
    let parts = threads.map(count: matrix.documentCount, chunkSize: 1024) { range in
      var part = DenseMatrix(rows: range.count, columns: k)
      part.values.withUnsafeMutableBufferPointer { out in
        right.values.withUnsafeBufferPointer { factor in
          for d in range {
            let target = (d - range.lowerBound) * k
            for e in matrix.row(d) {
              let weight = Float(weights[e]) / Float(DocumentVectors.unit)
              let source = Int(matrix.terms[e]) * k
              for c in 0..<k { out[target + c] += weight * factor[source + c] }
            }
          }
        }
      }
      return part.values
    }
    var product = DenseMatrix(rows: matrix.documentCount, columns: k)
    product.values = parts.flatMap { $0 }
    return product
  }

  /// The product of the transpose with a documents × k matrix, summed in the order of documents.
  func transposedTimes(_ right: DenseMatrix) -> DenseMatrix {
    let k = right.columns
    var product = DenseMatrix(rows: matrix.termCount, columns: k)
    product.values.withUnsafeMutableBufferPointer { out in
      right.values.withUnsafeBufferPointer { factor in
        for d in 0..<matrix.documentCount {
          for e in matrix.row(d) {
            let weight = Float(weights[e]) / Float(DocumentVectors.unit)
            let target = Int(matrix.terms[e]) * k
            for c in 0..<k { out[target + c] += weight * factor[d * k + c] }
          }
        }
      }
    }
    return product
  }
}
