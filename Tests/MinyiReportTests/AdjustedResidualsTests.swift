import MinyiModel
import MinyiReport
import Testing

@Suite struct AdjustedResidualsTests {
  @Test func independentRowsAndColumnsGiveNothing() {
    // Every row a multiple of the same one.
    let counts = [[10, 20, 30], [20, 40, 60], [50, 100, 150]]
    for cell in AdjustedResiduals(of: counts).cells.joined() {
      #expect(abs(cell.residual) < 1e-9 && !cell.isSignificant)
    }
  }

  /// In a table of two by two every residual squared is Pearson's statistic, n (ad - bc)² / (row and column sums).
  @Test func ofTwoByTwoTheSquareIsPearsonsStatistic() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<200 {
      let n = (0..<4).map { _ in 20 + random.next(below: 80) }
      let (a, b, c, d) = (Double(n[0]), Double(n[1]), Double(n[2]), Double(n[3]))
      let total = a + b + c + d
      let statistic = total * (a * d - b * c) * (a * d - b * c) / ((a + b) * (c + d) * (a + c) * (b + d))
      for cell in AdjustedResiduals(of: [[n[0], n[1]], [n[2], n[3]]]).cells.joined() {
        #expect(abs(cell.residual * cell.residual - statistic) < 1e-9 * max(1, statistic), "\(n)")
      }
    }
  }

  @Test func aPlantedCellStandsOutAndNoiseSeldomDoes() {
    var random = SplitMix64(seed: 7)
    var found = 0
    var noise = 0
    for _ in 0..<100 {
      var counts = (0..<6).map { _ in (0..<6).map { _ in 20 + random.next(below: 9) } }
      noise += AdjustedResiduals(of: counts).cells.joined().count { $0.isSignificant }
      counts[2][3] += 60
      let cell = AdjustedResiduals(of: counts).cells[2][3]
      if cell.isSignificant, cell.residual > 0 { found += 1 }
    }
    #expect(found == 100)
    #expect(noise <= 5, "\(noise) of 3600 cells without anything in them")
  }

  @Test func whereTooFewAreExpectedNothingIsTested() {
    let cells = AdjustedResiduals(of: [[1, 0], [0, 3]]).cells
    #expect(cells.joined().allSatisfy { !$0.isTested && !$0.isSignificant && $0.residual == 0 })
    #expect(AdjustedResiduals(of: []).cells.isEmpty)
    #expect(AdjustedResiduals(of: [[0, 0], [0, 0]]).cells.joined().allSatisfy { $0.expected == 0 })
  }
}
