namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>A browser in two words, so that its owner knows it again in a list.</summary>
internal static class DeviceName
{
    // The more particular first: most call themselves by the names of others too.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public static string Of(string? userAgent) => $"{Find(Browsers, userAgent)} · {Find(Systems, userAgent)}";

    private static string Find((string Mark, string Name)[] known, string? userAgent) =>
        Array.Find(known, one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) is true).Name ?? "?";
}
