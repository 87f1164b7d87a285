namespace FaceH5Portal.Benchmarks.Engine;

/// <summary>A program that leads sessions, and how it is to do so.</summary>
internal sealed record Contender(string Title, string Name, params string[] Switches);
