import MinyiIndex
import MinyiTopics

extension Workspace {
  /// How many themes a run finds where no number is asked for, and the curve that says why. Writes nothing.
  public func themeCountCurve(progress: ProgressHandler? = nil) throws -> ThemeCountCurve {
    var miner = miner()
    miner.progress = progress
    return ThemeCountCurve(ThemeCountChooser(threads: threads).choice(of: try miner.vectors()))
  }
}
