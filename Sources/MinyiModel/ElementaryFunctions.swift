#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// ln x without Foundation.
@inline(__always)
package func naturalLog(_ x: Double) -> Double { log(x) }

/// log₂ x.
@inline(__always)
package func binaryLog(_ x: Double) -> Double { log2(x) }

/// e to the power of x.
@inline(__always)
package func exponential(_ x: Float) -> Float { exp(x) }

/// e to the power of x.
@inline(__always)
package func exponential(_ x: Double) -> Double { exp(x) }
