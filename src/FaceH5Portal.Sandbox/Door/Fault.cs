using System.Globalization;

namespace FaceH5Portal.Sandbox.Door;

/// <summary>What is to go wrong with the next <paramref name="Count"/> calls of a path.</summary>
/// <param name="Path">One of <see cref="VendorPath.All"/>.</param>
/// <param name="Kind">One of <see cref="Kinds"/>, or "error" and a code.</param>
/// <param name="Count">How many calls are still to be spoiled.</param>
/// <param name="Processed">Whether the vendor does its work before the answer is spoiled.</param>
internal sealed record Fault(string Path, string Kind, int Count, bool Processed)
{
    private const string Error = "error";
    private const int HighestCode = 999_999;

    // The answer is what is lost by these, not the call.
    private static readonly string[] _lostAnswers = ["timeout", "reset", "slow", "truncated", "malformed"];

    public static readonly IReadOnlyList<string> Kinds =
        [.. _lostAnswers, "http500", "html", "empty", "huge", "deep", "zerobytes", "expired"];

    /// <summary>Null where the kind is no error code.</summary>
    public int? ErrorCode => ErrorCodeOf(Kind);

    public static bool IsKind(string kind) => Kinds.Contains(kind) || ErrorCodeOf(kind) is not null;

    public static bool ProcessesByDefault(string kind) => _lostAnswers.Contains(kind);

    private static int? ErrorCodeOf(string kind) =>
        kind.StartsWith(Error, StringComparison.Ordinal)
        && int.TryParse(kind.AsSpan(Error.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        && code is > 0 and <= HighestCode ? code : null;
}
