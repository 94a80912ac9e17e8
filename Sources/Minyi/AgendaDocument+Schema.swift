extension AgendaDocument {
  /// The JSON Schema (draft 2020-12) of the agenda's JSON, schema 1. A key more or another word in a list is a change
  /// of this text; a key less or of another meaning is schema 2.
  public static let schemaText = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "Minyi agenda, schema 1",
      "description": "minyi agenda --format json",
      "type": "object",
      "properties": {
        "schema": {"type": "integer", "const": 1},
        "profile": {"type": "string"},
        "lens": {"type": "string", "enum": ["top", "rising", "lasting", "severe"]},
        "first": {
          "type": "integer",
          "minimum": 1,
          "description": "topics on the list that keptShare speaks of"
        },
        "rule": {"$ref": "#/$defs/rule"},
        "topics": {"type": "array", "items": {"$ref": "#/$defs/topic"}},
        "dropped": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "name": {
                "type": "string",
                "enum": [
                  "reach",
                  "spread",
                  "persistence",
                  "momentum",
                  "endorsement",
                  "severity",
                  "actionability",
                  "deliberation"
                ]
              },
              "reason": {"type": "string"}
            },
            "required": ["name", "reason"],
            "additionalProperties": false
          }
        },
        "leftOut": {"type": "array", "items": {"$ref": "#/$defs/leftOut"}},
        "leftOutCount": {
          "type": "integer",
          "minimum": 0,
          "description": "concerns that profile or lens keep off; leftOut shows the first by score"
        }
      },
      "required": ["dropped", "first", "leftOut", "leftOutCount", "lens", "profile", "schema", "topics"],
      "additionalProperties": false,
      "$defs": {
        "rule": {
          "type": "object",
          "properties": {"people": {"type": "integer", "minimum": 1}, "days": {"type": "integer", "minimum": 1}},
          "required": ["days", "people"],
          "additionalProperties": false
        },
        "topic": {
          "type": "object",
          "properties": {
            "rank": {"type": "integer", "minimum": 1},
            "rankLow": {
              "type": "integer",
              "minimum": 1,
              "description": "middle 90 % of the rank over resampled people"
            },
            "rankHigh": {"type": "integer", "minimum": 1},
            "keptShare": {
              "type": "number",
              "minimum": 0,
              "maximum": 1,
              "description": "share of draws of the weights, each from one half to one and a half, in which the topic is among the first"
            },
            "concern": {"type": "integer", "minimum": 1},
            "label": {"type": "string"},
            "theme": {"type": "string"},
            "score": {"type": "number", "minimum": 0, "maximum": 100},
            "people": {"type": "integer", "minimum": 0},
            "texts": {"type": "integer", "minimum": 0},
            "posts": {"type": "integer", "minimum": 1},
            "posting": {
              "type": "string",
              "enum": ["many", "one", "few", "unknown"],
              "description": "多人同诉, 一人多诉, 零星, 作者不明"
            },
            "busiest": {"type": "integer", "minimum": 0, "description": "posts of the busiest known author"},
            "flags": {
              "type": "array",
              "items": {
                "type": "string",
                "enum": [
                  "one_person",
                  "copies",
                  "few_people",
                  "after_reply",
                  "returned",
                  "unknown_authors",
                  "undated",
                  "unsure",
                  "not_resampled"
                ]
              }
            },
            "gathering": {"$ref": "#/$defs/gathering"},
            "tier": {"type": "string", "enum": ["county", "committee", "town"]},
            "tierReason": {"type": "string"},
            "level": {"type": "string", "enum": ["village", "town", "county", "city"]},
            "levelReason": {"type": "string"},
            "departments": {"type": "array", "items": {"type": "string"}},
            "terms": {"type": "array", "items": {"type": "string"}},
            "criteria": {"type": "array", "items": {"$ref": "#/$defs/criterion"}},
            "quotes": {"type": "array", "items": {"$ref": "#/$defs/quote"}}
          },
          "required": [
            "busiest",
            "concern",
            "criteria",
            "departments",
            "flags",
            "label",
            "people",
            "posting",
            "posts",
            "quotes",
            "rank",
            "rankHigh",
            "rankLow",
            "score",
            "terms",
            "texts",
            "tier",
            "tierReason",
            "levelReason"
          ],
          "additionalProperties": false
        },
        "criterion": {
          "type": "object",
          "properties": {
            "name": {
              "type": "string",
              "enum": [
                "reach",
                "spread",
                "persistence",
                "momentum",
                "endorsement",
                "severity",
                "actionability",
                "deliberation"
              ]
            },
            "raw": {"type": "number"},
            "unit": {
              "type": "string",
              "enum": ["people", "texts", "places", "months", "cases", "likes", "grade", "departments"]
            },
            "value": {"type": "number", "minimum": 0, "maximum": 1},
            "known": {
              "type": "boolean",
              "description": "false where there is too little to tell; value is then 0"
            },
            "weight": {"type": "number", "minimum": 0},
            "points": {"type": "number", "minimum": 0, "maximum": 100},
            "reason": {"type": "string"},
            "opinions": {
              "type": "array",
              "items": {"type": "string"},
              "description": "ids of opinions it rests on, at most five"
            }
          },
          "required": ["known", "name", "opinions", "points", "raw", "reason", "unit", "value", "weight"],
          "additionalProperties": false
        },
        "quote": {
          "type": "object",
          "properties": {
            "opinion": {"type": "string"},
            "field": {"type": "string", "enum": ["title", "body"]},
            "start": {"type": "integer", "minimum": 0, "description": "in Unicode scalars of the field"},
            "end": {"type": "integer", "minimum": 1},
            "text": {"type": "string"}
          },
          "required": ["end", "field", "opinion", "start", "text"],
          "additionalProperties": false
        },
        "gathering": {
          "type": "object",
          "properties": {
            "answer": {"type": "string", "enum": ["reached", "not_reached", "cannot_tell"]},
            "people": {
              "type": "integer",
              "minimum": 0,
              "description": "most people in any window of the rule's days"
            },
            "from": {
              "type": "string",
              "description": "first day with an opinion in the earliest such window, 2025-01-31"
            },
            "to": {"type": "string"},
            "undated": {"type": "integer", "minimum": 0}
          },
          "required": ["answer", "people", "undated"],
          "additionalProperties": false
        },
        "leftOut": {
          "type": "object",
          "properties": {
            "concern": {"type": "integer", "minimum": 1},
            "label": {"type": "string"},
            "score": {"type": "number", "minimum": 0, "maximum": 100},
            "people": {"type": "integer", "minimum": 0},
            "posts": {"type": "integer", "minimum": 0},
            "posting": {
              "type": "string",
              "enum": ["many", "one", "few", "unknown"],
              "description": "多人同诉, 一人多诉, 零星, 作者不明"
            },
            "reasons": {"type": "array", "items": {"type": "string"}}
          },
          "required": ["concern", "label", "people", "posting", "posts", "reasons", "score"],
          "additionalProperties": false
        }
      }
    }

    """#
}
