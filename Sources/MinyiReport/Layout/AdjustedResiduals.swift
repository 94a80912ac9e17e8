import Foundation
public import MinyiAgenda

/// Which cells of a table of counts hold more or fewer than rows and columns alone would give.
///
/// residual = (O - E) / √(E (1 - row share) (1 - column share)), which is about standard normal where rows and columns are
/// independent and E is 5 or more (Haberman, "The analysis of residuals in cross-classified tables", Biometrics 29, 1973).
/// All cells are tested at once, two-sided, at a false discovery rate of 5 %.
public struct AdjustedResiduals: Sendable {
  /// One cell.
  public struct Cell: Sendable, Equatable {
    /// What rows and columns alone would give.
    public var expected: Double
    /// 0 where `isTested` is false.
    public var residual: Double
    /// False where too few are expected to tell.
    public var isTested: Bool
    /// True where it stands out among all that were tested.
    public var isSignificant: Bool
  }

  /// People that a cell must let expect, to be tested at all.
  public static let fewest = 5.0
  /// The rate of the test of all cells at once.
  public static let falseDiscoveryRate = FalseDiscoveryRate()

  /// By row, then column, as the counts are.
  public let cells: [[Cell]]

  /// O(cells × log cells).
  public init(of counts: [[Int]]) {
    let rowSums = counts.map { Double($0.reduce(0, +)) }
    let columnCount = counts.first?.count ?? 0
    let columnSums = (0..<columnCount).map { column in Double(counts.reduce(0) { $0 + $1[column] }) }
    let total = rowSums.reduce(0, +)
    var cells = counts.enumerated().map { r, row in
      row.enumerated().map { c, count in
        let expected = total > 0 ? rowSums[r] * columnSums[c] / total : 0
        let variance = expected * (1 - rowSums[r] / max(1, total)) * (1 - columnSums[c] / max(1, total))
        guard expected >= AdjustedResiduals.fewest, variance > 0 else {
          return Cell(expected: expected, residual: 0, isTested: false, isSignificant: false)
        }
        return Cell(
          expected: expected, residual: (Double(count) - expected) / variance.squareRoot(), isTested: true,
          isSignificant: false)
      }
    }
    let limit = AdjustedResiduals.falseDiscoveryRate.limit(
      of: cells.flatMap { $0 }.filter(\.isTested).map { $0.probability })
    for r in cells.indices {
      for c in cells[r].indices where cells[r][c].isTested {
        cells[r][c].isSignificant = cells[r][c].probability <= limit
      }
    }
    self.cells = cells
  }
}

extension AdjustedResiduals.Cell {
  /// Of a residual as far from 0 as this one.
  var probability: Double { erfc(abs(residual) / 2.0.squareRoot()) }
}
