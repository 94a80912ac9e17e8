import MinyiIndex
import MinyiModel
import Testing

struct DocumentVectorsTests {
  @Test func aWorkedExampleIsThatOfScikitLearn() throws {
    // Five documents; N = 5. Document frequencies: 东区 3, 停水 2, 噪音 1, 坏 3, 路灯 3.
    // idf = 1 + ln((1 + N) / (1 + df)): 1 + ln(6/4) = 1.405465 for 东区, 坏, 路灯; 1 + ln(6/3) = 1.693147 for 停水;
    // 1 + ln(6/2) = 2.098612 for 噪音.
    // The last document: 噪音 2.098612, 坏 1.405465; length √(4.404174 + 1.975332) = 2.525769;
    // so .830881 and .556451. The first: 路灯 (1 + ln 3) · 1.405465 = 2.949525 beside 1.405465 twice;
    // length √(8.699698 + 2 · 1.975332) = 3.556737; so .829279 and .395156 twice.
    let (vocabulary, vectors) = try vectors(ofTexts: [
      "路灯 路灯 路灯 坏 东区", "路灯 坏 坏", "东区 停水 停水 停水 停水", "停水 路灯 东区 东区", "噪音 坏",
    ])
    let terms = ["东区", "停水", "噪音", "坏", "路灯"]
    #expect((0..<5).map { vocabulary[TermID(rawValue: UInt32($0))] } == terms)
    // TfidfVectorizer(sublinear_tf=True, smooth_idf=True, norm="l2") of scikit-learn 1.9.1.
    let idf = [1.405465108108, 1.693147180560, 2.098612288668, 1.405465108108, 1.405465108108]
    let rows = [
      [0.395155885, 0, 0, 0.395155885, 0.829278996], [0, 0, 0, 0.861036996, 0.508542320],
      [0.328547072, 0.944487597, 0, 0, 0], [0.734208977, 0.522395734, 0, 0, 0.433635649],
      [0, 0, 0.830880748, 0.556450521, 0],
    ]
    let cosines = [
      [1, 0.761967301, 0.129827309, 0.649731933, 0.219884698], [0.761967301, 1, 0, 0.220522079, 0.479124485],
      [0.129827309, 0, 1, 0.734618501, 0], [0.649731933, 0.220522079, 0.734618501, 1, 0],
      [0.219884698, 0.479124485, 0, 0, 1],
    ]
    for (t, value) in idf.enumerated() {
      #expect(abs(Double(vectors.inverseDocumentFrequencies[t]) - value) < 1e-6, "\(terms[t])")
    }
    for (d, row) in rows.enumerated() {
      var weights = [Double](repeating: 0, count: 5)
      for e in vectors.matrix.row(d) {
        weights[Int(vectors.matrix.terms[e])] = Double(vectors.weights[e]) / DocumentVectors.unit
      }
      // A weight is rounded to the nearest of 16,384 parts.
      for t in 0..<5 {
        #expect(abs(weights[t] - row[t]) <= 0.5001 / DocumentVectors.unit, "\(d) \(terms[t])")
      }
      for (other, cosine) in cosines[d].enumerated() {
        let found = vectors.cosine(DocumentID(rawValue: UInt32(d)), DocumentID(rawValue: UInt32(other)))
        #expect(abs(found - cosine) < 1e-3, "\(d) \(other): \(found)")
      }
    }
  }

  @Test func cosinesAreThoseOfANaiveComputation() throws {
    var random = RandomDocuments(seed: 1)
    for _ in 0..<60 {
      let documents = random.documents(12, longest: 15)
      let (vocabulary, vectors) = try vectors(of: documents)
      let counts = documents.map { document in
        document.reduce(into: [String: Double]()) { $0[$1.term, default: 0] += $1.isInTitle ? 3 : 1 }
      }
      let naive = counts.map { count in
        Dictionary(
          uniqueKeysWithValues: count.map { term, times in
            let df = Double(counts.count { $0[term] != nil })
            return (term, (1 + naturalLog(times)) * (1 + naturalLog((1 + 12) / (1 + df))))
          })
      }
      func dot(_ a: Int, _ b: Int) -> Double {
        naive[a].reduce(0.0) { $0 + $1.value * (naive[b][$1.key] ?? 0) }
      }
      for a in 0..<12 {
        for b in 0..<12 {
          let lengths = (dot(a, a) * dot(b, b)).squareRoot()
          let expected = lengths > 0 ? dot(a, b) / lengths : 0
          let found = vectors.cosine(DocumentID(rawValue: UInt32(a)), DocumentID(rawValue: UInt32(b)))
          #expect(abs(found - expected) < 1e-3, "\(a) and \(b) of \(shown(documents))")
        }
      }
      #expect(vocabulary.count == vectors.inverseDocumentFrequencies.count)
    }
  }
}
