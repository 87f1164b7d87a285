using FaceH5Portal.Benchmarks.Stubs;

namespace FaceH5Portal.Benchmarks.Pages;

/// <summary>A page, and somebody who stands before it.</summary>
internal sealed record Subject(string Name, StubProcess Process, Guest Guest, string Path = "/verify");
