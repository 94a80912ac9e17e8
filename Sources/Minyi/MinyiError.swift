import MinyiAgenda
import MinyiFiles
import MinyiReport
import MinyiStore
import MinyiText

/// An error of any step, with the exit status that a command should end with (sysexits.h).
public struct MinyiError: Error, Sendable, CustomStringConvertible {
  public var description: String
  /// A status of sysexits.h, such as 64 usage, 65 bad data, 66 no input, 70 our bug, 73 cannot write, 74 I/O.
  public var exitCode: Int32

  /// `description` is for a person: what failed, where, what to do.
  public init(_ description: String, exitCode: Int32) {
    self.description = description
    self.exitCode = exitCode
  }

  /// The same for an error of one of Minyi's targets; anything else is our bug (70).
  public init(_ error: any Error) {
    switch error {
    case let error as MinyiError: self = error
    case let error as FileError: self.init(error.description, exitCode: error.exitCode)
    case let error as StoreError: self.init(error.description, exitCode: error.exitCode)
    case let error as TextError: self.init(error.description, exitCode: error.exitCode)
    case let error as ReportError: self.init(error.description, exitCode: error.exitCode)
    case let error as ProfileError: self.init(error.description, exitCode: 64)
    case let error as SearchQueryError: self.init(error.description, exitCode: 64)
    default: self.init("内部错误：\(error)。请报告此问题。(internal error; please report it)", exitCode: 70)
    }
  }

  /// Files whose rows are all blank or malformed.
  package static var noOpinions: MinyiError {
    MinyiError("没有可用的意见：所有行都是空白或有误。(no opinions: every row is blank or malformed)", exitCode: 65)
  }

  /// A concern that is not in the workspace.
  public static func unknownConcern(_ text: String) -> MinyiError {
    MinyiError("没有编号为“\(text)”的诉求点。用 minyi agenda 查看编号。(no such concern)", exitCode: 66)
  }

  /// An opinion that is not in the workspace.
  public static func unknownOpinion(_ key: String) -> MinyiError {
    MinyiError("工作区中没有编号为“\(key)”的意见。(no such opinion)", exitCode: 66)
  }
}

extension StoreError {
  fileprivate var exitCode: Int32 {
    switch self {
    case .notFound, .noRun: 66
    case .notAWorkspace, .newer: 65
    case .cannotWrite: 73
    case .diskFull, .busy, .database: 74
    }
  }
}

extension ReportError {
  fileprivate var exitCode: Int32 {
    switch self {
    case .noPNGLibrary: 69
    case .cannotDraw: 70
    case .cannotWrite: 73
    }
  }
}

extension TextError {
  fileprivate var exitCode: Int32 {
    switch self {
    case .icu: 70
    case .dictionary: 65
    case .missingDictionary: 66
    }
  }
}
