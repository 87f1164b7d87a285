using FaceH5Portal.Core.Access;
using FaceH5Portal.Web.Tests.Host;

namespace FaceH5Portal.Web.Tests.Safety.Access;

/// <summary>Somebody who asks: nobody, a person in a role, a program with a key, or one with what was never given out.</summary>
internal sealed record AccessCaller(string Name, Role? Role = null, string? Key = null, string? Cookie = null)
{
    public const string ReaderKey = "key-that-may-only-see-sessions";
    public const string WholeKey = "key-that-may-do-everything";

    public static IReadOnlyList<AccessCaller> All { get; } =
    [
        new("nobody"),
        new("forged cookie", Cookie: "__Host-actor=CfDJ8forged"),
        .. Enum.GetValues<Role>().Select(role => new AccessCaller(role.ToString(), role)),
        new("unknown key", Key: "key-that-nobody-was-given"),
        new("key SeeSessions", Key: ReaderKey),
        new("key with all", Key: WholeKey),
    ];

    /// <summary>The keys, and limits that all this asking does not reach.</summary>
    public static Dictionary<string, string?> Settings { get; } = new()
    {
        ["Portal:RateLimits:PerAddress"] = "1000000",
        ["Portal:RateLimits:PerLink"] = "1000000",
        ["Portal:RateLimits:UnknownPerAddress"] = "1000000",
        ["Api:Keys:0:Name"] = "reader",
        ["Api:Keys:0:Key"] = ReaderKey,
        ["Api:Keys:0:Permissions"] = nameof(Permission.SeeSessions),
        ["Api:Keys:1:Name"] = "whole",
        ["Api:Keys:1:Key"] = WholeKey,
        ["Api:Keys:1:Permissions"] = string.Join(',', Enum.GetNames<Permission>()),
    };

    public async Task<Visitor> ComeAsync(PortalHost portal)
    {
        var visitor = portal.Visit();
        if (Role is { } role)
            (await visitor.SendAsync("/preferences/role", ("role", role.ToString()))).Dispose();
        if (Key is not null)
            visitor.Always("Authorization", $"Bearer {Key}");
        if (Cookie is not null)
            visitor.Always("Cookie", Cookie);
        return visitor;
    }
}
