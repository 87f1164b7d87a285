using System.Text;
using System.Text.RegularExpressions;

namespace FaceH5Portal.Web.Tests.Api;

/// <summary>As much of curl as the docs use, so that their commands can be run against a host without a port.</summary>
internal static partial class CurlLine
{
    public static HttpRequestMessage Read(string command, IReadOnlyDictionary<string, string> variables)
    {
        var words = Word().Matches(command.Replace("\\\n", " ", StringComparison.Ordinal)).Select(match => Unquote(match.Value, variables)).ToList();
        Assert.Equal("curl", words[0]);
        var request = new HttpRequestMessage(HttpMethod.Get, (string?)null);
        var contentType = "application/x-www-form-urlencoded";
        for (var i = 1; i < words.Count; i++)
            switch (words[i])
            {
                case "-X":
                    request.Method = new HttpMethod(words[++i]);
                    break;
                case "-d":
                    request.Content = new StringContent(words[++i], Encoding.UTF8);
                    break;
                case "-H" when words[++i].Split(": ", 2) is [var name, var value]:
                    if (name == "Content-Type")
                        contentType = value;
                    else
                        request.Headers.Add(name, value);
                    break;
                case "-OJ":
                    break;
                default:
                    request.RequestUri = new Uri(words[i]);
                    break;
            }
        if (request.Content is { } content)
            content.Headers.ContentType = new(contentType);
        return request;
    }

    private static string Unquote(string word, IReadOnlyDictionary<string, string> variables) => word[0] == '\''
        ? word[1..^1] : Variable().Replace(word.Trim('"'), match => variables[match.Groups[1].Value]);

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\$([A-Z]+)")]
    private static partial Regex Variable();
}
