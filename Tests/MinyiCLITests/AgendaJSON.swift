import Foundation

/// The agenda's JSON with every key that DESIGN promises: a key that is missing does not decode.
struct AgendaJSON: Decodable, Equatable {
  var schema: Int
  var profile: String
  var lens: String
  var topics: [Topic]

  struct Topic: Decodable, Equatable {
    var rank: Int
    var rankLow: Int
    var rankHigh: Int
    var concern: Int
    var label: String
    var theme: String
    var score: Double
    var people: Int
    var texts: Int
    var posts: Int
    var tier: String
    var departments: [String]
    var criteria: [Criterion]
    var quotes: [Quote]
  }

  struct Criterion: Decodable, Equatable {
    var name: String
    var raw: Double
    var unit: String
    var value: Double
    var weight: Double
    var points: Double
  }

  struct Quote: Decodable, Equatable {
    var opinion: String
    var field: String
    var start: Int
    var end: Int
    var text: String
  }

  init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(AgendaJSON.self, from: Data(bytes)) }
}

extension AgendaJSON.Topic {
  init(line: String) throws { self = try JSONDecoder().decode(AgendaJSON.Topic.self, from: Data(line.utf8)) }
}
