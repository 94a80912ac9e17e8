import MinyiFiles
import MinyiModel
import MinyiText

/// Masks and cleans the texts of a row: the part of making an opinion that no other row has a say in, so that many rows
/// are prepared at once.
struct OpinionPreparer: Sendable {
  /// A row's texts as they are kept.
  struct Prepared: Sendable {
    var title = ""
    var body = ""
    var reply: String?
    var others: [OtherColumn] = []
    var masked: [PersonalDataKind: Int] = [:]
    /// Of the cleaned title and body; nil where they say nothing.
    var textHash: ContentHash?
  }

  /// What one thread uses again and again.
  struct Scratch: ~Copyable {
    fileprivate var cleaner = CleanerScratch()
    fileprivate var clean = CleanText()
    fileprivate var units: [UInt16] = []
    fileprivate var bytes: [UInt8] = []
  }

  let cleaner: Cleaner
  let blankAnswers: Set<String>

  /// O(characters).
  func prepare(_ record: OpinionRecord, _ scratch: inout Scratch) -> Prepared {
    var prepared = Prepared()
    func masked(_ text: String?, isCounted: Bool = true) -> String {
      guard let text else { return "" }
      let result = cleaner.mask(text)
      if isCounted, !result.masked.isEmpty { prepared.masked.merge(result.masked, uniquingKeysWith: +) }
      return result.source
    }
    prepared.title = masked(record[.title])
    prepared.body = masked(record[.body])
    scratch.bytes.removeAll(keepingCapacity: true)
    let titleSpeaks = clean(prepared.title, &scratch)
    scratch.bytes.append(0x0A)
    let bodySpeaks = clean(prepared.body, &scratch)
    guard titleSpeaks || bodySpeaks else { return prepared }
    prepared.textHash = scratch.bytes.withUnsafeBytes { ContentHash(bytes: $0) }
    let reply = masked(record[.reply])
    prepared.reply = reply.isEmpty ? nil : reply
    prepared.others = record.others.map {
      OtherColumn(name: $0.name, value: masked($0.value, isCounted: false))
    }
    return prepared
  }

  /// Appends the cleaned text to the scratch's bytes; false if it says nothing.
  private func clean(_ source: String, _ scratch: inout Scratch) -> Bool {
    let start = scratch.bytes.count
    UnicodeTranscoder.utf16(of: source, into: &scratch.units)
    scratch.units.withUnsafeBufferPointer {
      cleaner.normalize($0, into: &scratch.clean, scratch: &scratch.cleaner)
    }
    UnicodeTranscoder.appendUTF8(of: scratch.clean.units, to: &scratch.bytes)
    if scratch.bytes.count - start > 60 { return true }
    return !saysNothing(String(decoding: scratch.bytes[start...], as: UTF8.self))
  }

  /// True for a text without letters and digits, for one of digits alone, and for one of the blank answers.
  private func saysNothing(_ text: String) -> Bool {
    let content = String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isContent)))
    return content.isEmpty || blankAnswers.contains(content) || content.unicodeScalars.allSatisfy(\.isDigit)
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.numericType == .decimal }

  fileprivate var isContent: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
