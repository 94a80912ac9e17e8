import Foundation
import TestSupport
import Testing

/// One process imports while four read: nobody fails, and no row is lost.
@Suite struct ConcurrentUseTests {
  private static func lines(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let row = SampleOpinions.rows[number % SampleOpinions.rows.count]
      return #"{"id":"并\#(number)","title":"\#(row.title)","body":"\#(row.body)第\#(number)次。"}"# + "\n"
    }.joined()
  }

  @Test func fourReadersAndAnImport() throws {
    let minyi = try MinyiProcess()
    let (first, rest) = (2000, 20_000)
    _ = try minyi.home.file("一.jsonl", ConcurrentUseTests.lines(0..<first))
    _ = try minyi.home.file("二.jsonl", ConcurrentUseTests.lines((first / 2)..<(first + rest)))
    let made = try minyi("run", "一.jsonl", "--workspace", "w.sqlite", "--quiet", "--top", "1")
    try #require(made.status == 0, "\(made)")
    // Every reader reads until the import has ended, and says what failed.
    let script = """
      export MINYI_WORKSPACE=w.sqlite
      reader() {
        local count=0 errors="err.$BASHPID"
        while [ ! -e imported ] || [ $count -lt 2 ]; do
          "$MINYI" "$@" > /dev/null 2> "$errors" || { echo "failed ($?): $*"; cat "$errors"; }
          count=$((count + 1))
        done
        echo "read $1"
      }
      reader search 电梯 --format json & A=$!
      reader search 渣土车 噪音 --format jsonl & B=$!
      reader agenda --format json & C=$!
      reader show 1 & D=$!
      "$MINYI" import 二.jsonl --quiet > import.out 2>&1 || { echo "import failed ($?)"; cat import.out; }
      touch imported
      wait $A $B $C $D
      """
    let outcome = try minyi.shell(script, in: minyi.home.path)
    #expect(
      outcome.output.split(separator: "\n").sorted() == [
        "read agenda", "read search", "read search", "read show",
      ])
    let info = try minyi("info", "--workspace", "w.sqlite")
    #expect(info.output.contains("意见：\(first + rest) 条"), "\(info)")
    // Each row is there once, and found.
    let exported = try minyi("export", "opinions", "--format", "jsonl", "--workspace", "w.sqlite")
    #expect(exported.outputLines.count == first + rest)
    for number in [0, first - 1, first, first + rest - 1] {
      let found = try minyi(
        "search", "\"第\(number)次\"", "--workspace", "w.sqlite", "--format", "jsonl")
      #expect(found.outputLines.count == 1 && found.output.contains("\"并\(number)\""), "\(found)")
    }
    let verified = try minyi("verify", "--workspace", "w.sqlite")
    #expect(!verified.output.contains("integrity"), "\(verified)")
  }
}
