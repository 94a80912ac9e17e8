import Foundation

/// The built program `minyi`, run as a process in an environment of its own.
///
/// `HOME` and `TMPDIR` lie in a folder that is removed with this value, so that what one test leaves behind no
/// other sees. stdout and stderr go to files: the program never waits for a reader, however much it writes.
public struct MinyiProcess: Sendable {
  /// `HOME`, and the working folder where none is named.
  public let home: TemporaryFolder
  /// `TMPDIR` of the program.
  public let temporaryPath: String
  public let executablePath: String
  /// `XDG_CACHE_HOME`, the same for all tests, so that the dictionary is compiled once; nil: in `home`.
  private let cachePath: String?

  /// Why a program has no outcome.
  public enum Failure: Error, CustomStringConvertible {
    case notBuilt(path: String)
    case timeLimit(arguments: [String], seconds: Int, errors: String)

    public var description: String {
      switch self {
      case .notBuilt(let path): "no built program at \(path); run `swift build --build-tests` first"
      case .timeLimit(let arguments, let seconds, let errors):
        "killed after \(seconds) s: \(arguments.joined(separator: " "))\n\(errors)"
      }
    }
  }

  /// What the program reads from stdin.
  public enum Input: Sendable {
    case bytes([UInt8])
    /// A file or a named pipe. A named pipe is held open, so that its end never comes.
    case file(String)

    public static func text(_ text: String) -> Input { .bytes(Array(text.utf8)) }
  }

  /// A program that has not ended yet.
  public struct Running: Sendable {
    public let identifier: Int32
    let outputPath: String

    /// Bytes written to stdout so far.
    public var outputByteCount: Int {
      (try? FileManager.default.attributesOfItem(atPath: outputPath)[.size] as? Int) ?? 0
    }

    public var isAlive: Bool { kill(identifier, 0) == 0 }

    public func send(_ signal: Int32) { kill(identifier, signal) }

    /// Waits until `condition` holds or the program has ended; the time limit of the run holds here too.
    public func wait(until condition: () -> Bool) {
      while isAlive && !condition() { usleep(2000) }
    }
  }

  public init(sharesCache: Bool = true) throws {
    cachePath = sharesCache ? MinyiProcess.buildFolder.appendingPathComponent("test-cache").path : nil
    executablePath = MinyiProcess.buildFolder.appendingPathComponent("minyi").path
    guard FileManager.default.isExecutableFile(atPath: executablePath) else {
      throw Failure.notBuilt(path: executablePath)
    }
    home = try TemporaryFolder()
    let temporary = home.url.appendingPathComponent("tmp")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: false)
    temporaryPath = temporary.path
  }

  /// The folder of the running test program, in which the build puts `minyi` too.
  private static var buildFolder: URL {
    #if os(Linux)
      let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    #else
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
      let program = bundle.bundleURL
    #endif
    return program.deletingLastPathComponent()
  }

  /// Runs `minyi` to its end and returns what came of it.
  ///
  /// - Parameter environment: added to `PATH`, `HOME`, `TMPDIR`, `XDG_CACHE_HOME` and `LANG=C`, which are all there is.
  /// - Parameter folder: the working folder; `home` where none is given.
  /// - Parameter whileRunning: called on the way, for example to send a signal.
  public func run(
    _ arguments: [String], input: Input = .bytes([]), environment: [String: String] = [:],
    in folder: String? = nil, timeLimitSeconds: Int = 300, whileRunning: ((Running) throws -> Void)? = nil
  ) throws -> ProcessOutcome {
    try launch(
      executablePath, arguments, input: input, environment: environment, in: folder,
      timeLimitSeconds: timeLimitSeconds, whileRunning: whileRunning)
  }

  /// The same with arguments as they come.
  public func callAsFunction(_ arguments: String...) throws -> ProcessOutcome { try run(arguments) }

  /// The same with what it took.
  public func measured(_ arguments: [String]) throws -> (outcome: ProcessOutcome, usage: ProcessUsage) {
    let files = try TemporaryFolder()
    let path = try files.file("usage", "")
    let program = MinyiProcess.buildFolder.appendingPathComponent("MeasuredRun").path
    let outcome = try launch(
      program, [path, executablePath] + arguments, environment: [:], in: nil, timeLimitSeconds: 300)
    guard let usage = ProcessUsage(try String(contentsOfFile: path, encoding: .utf8)) else {
      throw Failure.notBuilt(path: program)
    }
    return (outcome, usage)
  }

  /// Runs a bash script in which `$MINYI` is the program.
  public func shell(
    _ script: String, environment: [String: String] = [:], in folder: String? = nil,
    timeLimitSeconds: Int = 300
  ) throws -> ProcessOutcome {
    try launch(
      "/bin/bash", ["-c", script],
      environment: environment.merging(["MINYI": executablePath]) { own, _ in own }, in: folder,
      timeLimitSeconds: timeLimitSeconds)
  }

  private func launch(
    _ program: String, _ arguments: [String], input: Input = .bytes([]), environment: [String: String],
    in folder: String?, timeLimitSeconds: Int, whileRunning: ((Running) throws -> Void)? = nil
  ) throws -> ProcessOutcome {
    let files = try TemporaryFolder()
    let (outputPath, errorPath) = (try files.file("stdout", ""), try files.file("stderr", ""))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder ?? home.path)
    var surroundings = [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home.path, "TMPDIR": temporaryPath, "LANG": "C",
    ]
    surroundings["XDG_CACHE_HOME"] = cachePath
    process.environment = surroundings.merging(environment) { _, given in given }
    let handles = [
      try MinyiProcess.handle(of: input, files),
      try FileHandle(forWritingTo: URL(fileURLWithPath: outputPath)),
      try FileHandle(forWritingTo: URL(fileURLWithPath: errorPath)),
    ]
    (process.standardInput, process.standardOutput, process.standardError) = (
      handles[0], handles[1], handles[2]
    )
    // Foundation never closes them, and with more than a thousand open files its `Process` reads past the end of
    // /proc/self/fd's entries (swift-corelibs-foundation, pull request 5472).
    defer { for handle in handles { try? handle.close() } }
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try withoutBlockedSignals { try process.run() }
    let identifier = process.processIdentifier
    // Beside `whileRunning`, which may wait for something that never comes.
    let guardian = DispatchWorkItem { kill(identifier, SIGKILL) }
    let deadline = DispatchTime.now() + .seconds(timeLimitSeconds)
    DispatchQueue.global().asyncAfter(deadline: deadline, execute: guardian)
    let interruption = Result { try whileRunning?(Running(identifier: identifier, outputPath: outputPath)) }
    if case .failure = interruption { kill(identifier, SIGKILL) }
    ended.wait()
    guardian.cancel()
    try interruption.get()
    let hasExited = process.terminationReason == .exit
    let hasExpired = !hasExited && process.terminationStatus == SIGKILL && DispatchTime.now() >= deadline
    let errorBytes = try Data(contentsOf: URL(fileURLWithPath: errorPath))
    if hasExpired {
      throw Failure.timeLimit(
        arguments: [program] + arguments, seconds: timeLimitSeconds,
        errors: String(decoding: errorBytes.prefix(2000), as: UTF8.self))
    }
    return ProcessOutcome(
      status: hasExited ? process.terminationStatus : nil,
      signal: hasExited ? nil : process.terminationStatus,
      outputBytes: Array(try Data(contentsOf: URL(fileURLWithPath: outputPath))),
      errorBytes: Array(errorBytes))
  }

  /// A program inherits the signals that its starter's thread blocks, and test threads block most.
  private func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  private static func handle(of input: Input, _ files: TemporaryFolder) throws -> FileHandle {
    switch input {
    case .bytes(let bytes):
      return try FileHandle(forReadingFrom: URL(fileURLWithPath: files.file("stdin", bytes)))
    case .file(let path):
      // Both ways, so that opening a named pipe does not wait for its writer.
      let descriptor = open(path, O_RDWR | O_CLOEXEC)
      guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
  }
}
