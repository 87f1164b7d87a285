namespace FaceH5Portal.Benchmarks;

/// <summary>Nothing was measured, for a reason a person can mend.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
