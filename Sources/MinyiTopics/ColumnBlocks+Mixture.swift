import MinyiModel

/// What the fit of a mixture does to its tables.
extension ColumnBlocks {
  /// The sum of every column, in the order of rows.
  var columnSums: [Double] {
    (0..<blockCount).flatMap { b -> [Double] in
      var sums = SIMD16<Double>.zero
      for r in 0..<rows { sums += SIMD16<Double>(lanes[b * rows + r]) }
      return (0..<min(ColumnBlocks.width, columns - b * ColumnBlocks.width)).map { sums[$0] }
    }
  }

  /// Makes every row the distribution in proportion to e^(number × `sharpness` + `logPriors`).
  mutating func softmaxRows(adding logPriors: [Float], sharpness: Float, _ threads: ParallelChunks) {
    let (rows, columns, blockCount) = (rows, columns, blockCount)
    // Lanes behind the last column stay zero: e^-∞.
    let priors = (0..<blockCount).map { b -> Lanes in
      var lanes = Lanes(repeating: -.infinity)
      for c in 0..<min(ColumnBlocks.width, columns - b * ColumnBlocks.width) {
        lanes[c] = logPriors[b * ColumnBlocks.width + c]
      }
      return lanes
    }
    fill(count: rows, chunkSize: 1024, threads) { range, lanes in
      for r in range {
        var top = -Float.infinity
        for b in 0..<blockCount {
          lanes[b * rows + r] = lanes[b * rows + r] * sharpness + priors[b]
          top = max(top, lanes[b * rows + r].max())
        }
        var total: Float = 0
        for b in 0..<blockCount {
          let score = lanes[b * rows + r] - top
          var share = Lanes.zero
          // Below e^-30 a share is nothing in single precision.
          for c in 0..<ColumnBlocks.width where score[c] > -30 { share[c] = exponential(score[c]) }
          lanes[b * rows + r] = share
          total += share.sum()
        }
        for b in 0..<blockCount { lanes[b * rows + r] /= total }
      }
    }
  }

  /// Makes every number ln(number + `added`) - `less` of its column; rows that are zero stay zero.
  mutating func takeLogs(adding added: Float, less: [Float], _ threads: ParallelChunks) {
    let (rows, columns, blockCount) = (rows, columns, blockCount)
    let subtracted = ColumnBlocks(row: less)
    let isColumn = ColumnBlocks(row: less.map { _ in 1 })
    let logAdded = Float(naturalLog(Double(added)))
    fill(count: rows, chunkSize: 2048, threads) { range, lanes in
      for r in range {
        var isZero = true
        for b in 0..<blockCount where lanes[b * rows + r] != .zero { isZero = false }
        if isZero { continue }
        for b in 0..<blockCount {
          let numbers = lanes[b * rows + r] + added
          var logs = Lanes(repeating: logAdded)
          for c in 0..<min(ColumnBlocks.width, columns - b * ColumnBlocks.width) where numbers[c] != added {
            logs[c] = Float(naturalLog(Double(numbers[c])))
          }
          lanes[b * rows + r] = logs * isColumn.lanes[b] - subtracted.lanes[b]
        }
      }
    }
  }
}
