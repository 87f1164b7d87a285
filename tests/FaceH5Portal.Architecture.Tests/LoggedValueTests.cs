using System.Reflection;
using System.Text.RegularExpressions;
using FaceH5Portal.TestKit;
using Microsoft.Extensions.Logging;

namespace FaceH5Portal.Architecture.Tests;

/// <summary>What goes into a log is decided by its type: a value that names a person or grants something has none that may.</summary>
public sealed partial class LoggedValueTests
{
    // Ids, numbers, times and words of a fixed set name nobody.
    private static readonly Type[] Harmless =
        [typeof(Guid), typeof(int), typeof(long), typeof(bool), typeof(TimeSpan), typeof(DateTime), typeof(DateTimeOffset), typeof(Exception)];

    // A text may be anything, so each is named here with what it holds.
    private static readonly Dictionary<string, string> HarmlessTexts = new()
    {
        ["PortalStartup.Unnamed setting"] = "the name of a setting",
        ["BackupBeforeUpgrade.Made folder"] = "a folder of ours, named by the time",
        ["RefusedRequests.Refused code"] = "one of our constants",
        ["RefusedRequests.Refused route"] = "the pattern of an endpoint of ours",
        ["RefusedRequests.Refused actor"] = "an account's id or a key's name",
        ["CommitFeed.SubscriberFailed topic"] = "one of our constants",
        ["AppQuota.Paused credentialId"] = "a hash of the key's name",
        ["AppQuota.Paused code"] = "the vendor's code",
        ["AppQuota.Paused lanes"] = "names of an enum",
        ["AppAccessToken.Fetched credentialId"] = "a hash of the key's name",
        ["AppAccessToken.NotFetched credentialId"] = "a hash of the key's name",
        ["AppAccessToken.NotFetched code"] = "the vendor's code",
        ["AppAccessToken.Rejected credentialId"] = "a hash of the key's name",
        ["BaiduApi.CallFailed path"] = "the call's fixed path, without its query",
        ["BaiduApi.CallFailed code"] = "the vendor's code",
        ["BaiduApi.CallFailed logId"] = "the vendor's id of a request",
        ["NoticeSender.Failed channel"] = "one of our constants",
        ["PhotoApi.CheckFailed code"] = "the vendor's code",
        ["PhotoApi.CheckFailed requestId"] = "the vendor's id of a request",
    };

    [Fact]
    public void A_log_message_takes_ids_codes_and_times_and_nothing_that_could_name_somebody()
    {
        var taken = Messages().SelectMany(method => method.GetParameters().Where(parameter => parameter.ParameterType != typeof(ILogger)).Select(parameter => (
            Name: $"{method.DeclaringType!.DeclaringType!.Name}.{method.Name} {parameter.Name}", Type: Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType))).ToList();
        Assert.True(Messages().Count() >= 20);
        Assert.Empty(taken.Where(value => value.Type != typeof(string) && !value.Type.IsEnum && !Harmless.Contains(value.Type)).Select(value => value.Name));
        Assert.Equal(HarmlessTexts.Keys.Order(StringComparer.Ordinal),
            taken.Where(value => value.Type == typeof(string)).Select(value => value.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_logged_past_those_messages()
    {
        Assert.Matches(Direct(), "logger.LogInformation(\"x\")");
        Assert.Empty(Sources().Where(file => Direct().IsMatch(file.Text) && !file.Path.EndsWith("GuardedLoggerFactory.cs", StringComparison.Ordinal)).Select(file => file.Path));
    }

    private static IEnumerable<MethodInfo> Messages() => ProductTypes.All
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null);

    private static IEnumerable<(string Path, string Text)> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".cs" or ".razor" && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(path)));

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(\s*[""$@L]|Console\.(Write|Error\.Write)(Line)?\(|Trace\.Write|Debug\.Write")]
    private static partial Regex Direct();
}
