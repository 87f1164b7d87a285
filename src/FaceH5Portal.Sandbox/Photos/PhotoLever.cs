using System.Globalization;
using System.Text.Json.Nodes;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>What can be set for a photo vendor from outside.</summary>
/// <param name="Vendor">As scripts and books call it.</param>
/// <param name="Path">As faults call it.</param>
/// <param name="Title">As people do.</param>
/// <param name="Magic">What it can be told to answer.</param>
/// <param name="OfScore">Its answer with a score, of 100.</param>
internal sealed record PhotoLever(string Vendor, string Path, string Title, IReadOnlyList<PhotoMagic> Magic, Func<double, JsonObject> OfScore)
{
    // One at each side of every vendor's mark, and one that Linkface cannot tell by.
    private static readonly double[] _scores = [93.5, 42, 26];

    public IEnumerable<PhotoMagic> Answers =>
        [.. _scores.Select(score => new PhotoMagic(string.Create(CultureInfo.InvariantCulture, $"score{score}"), OfScore(score), "of 100 相似度")), .. Magic];
}
