using System.Reflection;

namespace FaceH5Portal.Architecture.Tests;

/// <summary>Every type of the portal itself; the sandbox is the vendor and knows its people.</summary>
internal static class ProductTypes
{
    public static IReadOnlyList<Type> All { get; } =
        [.. new[] { "Vendors", "Core", "Web" }.SelectMany(project => Assembly.Load($"FaceH5Portal.{project}").GetTypes())];
}
