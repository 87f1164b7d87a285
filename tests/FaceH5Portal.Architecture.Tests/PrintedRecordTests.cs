using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FaceH5Portal.Architecture.Tests;

/// <summary>A record prints all of itself wherever it is logged by mistake, so those that hold a person or a secret print neither.</summary>
public sealed partial class PrintedRecordTests
{
    private const string Canary = "CanaryThatNobodyMayPrint";

    // They bear such a name and hold nothing of the kind.
    private static readonly string[] Harmless =
    [
        "Actor.Name", "ApiKey.Name", "PlanTerms.Name", "PriceListTerms.Name",
        "NewKey.Name", "OidcSettings.Name", "PersonTerms.Name", "PersonView.Name",
        // Masked text by text when it was made; made-up people; a keyed hash.
        "ShownAnswer.Json", "DemoStory.Name", "DemoStory.Number", "LaunchCount.Person", "Known.Key",
        // Of the staff, where the settings want them told; of a saved view.
        "PersonLook.Name", "Choice.Name",
    ];

    // A code is mostly a word of ours or of the vendor's; this one opens an account.
    private static readonly string[] Grants = ["Invitation.Code"];

    [Fact]
    public void No_record_prints_a_person_a_secret_or_what_the_vendor_answered() =>
        Assert.Equal("", string.Join(", ", Records.Where(type => type.Namespace!.StartsWith("FaceH5Portal", StringComparison.Ordinal) && Print(type).Contains(Canary, StringComparison.Ordinal)).Select(type => type.FullName)));

    [Fact]
    public void The_check_finds_one_that_does() => Assert.Contains(Canary, Print(typeof(Talkative)), StringComparison.Ordinal);

    [Fact]
    public void The_check_looks_at_those_that_hold_something() =>
        Assert.Superset(new HashSet<string> { "Identity", "SubmittedIdentity", "VerifyTokenGrant", "CreatedSession", "SessionDetail" },
            Records.Where(type => Confidential(type).Any()).Select(type => type.Name).ToHashSet());

    private static readonly HashSet<Type> Records = [.. ProductTypes.All
        .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null)];

    private static string Print(Type type)
    {
        var record = Filled(type, 0);
        try
        {
            return record.ToString()!;
        }
        catch (Exception exception) when (exception is NullReferenceException or ArgumentNullException)
        {
            // It works something out of parts that are not here. Written by hand, what it prints is its own test's.
            return type.GetMethod("ToString", [])!.GetCustomAttribute<CompilerGeneratedAttribute>() is null || !Confidential(type).Any() ? "" : Canary;
        }
    }

    private static object Filled(Type type, int depth)
    {
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in Fields(type).Where(field => ValueFor(field, depth) is not null))
            field.SetValue(record, ValueFor(field, depth));
        return record;
    }

    private static object? ValueFor(FieldInfo field, int depth)
    {
        var isConfidential = IsConfidential(field);
        if (field.FieldType == typeof(string))
            return isConfidential ? Canary : "";
        if (field.FieldType == typeof(Uri))
            return new Uri(isConfidential ? $"https://portal.example/{Canary}" : "https://portal.example");
        if (field.FieldType == typeof(JsonElement))
            return JsonElement.Parse($"\"{Canary}\"");
        if (field.FieldType == typeof(object[]))
            return Array.Empty<object>();
        return Records.Contains(field.FieldType) && depth < 3 ? Filled(field.FieldType, depth + 1) : null;
    }

    private static IEnumerable<FieldInfo> Confidential(Type type) => Fields(type).Where(IsConfidential);

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(field => !typeof(IDictionary).IsAssignableFrom(field.FieldType));

    private static bool IsConfidential(FieldInfo field)
    {
        var name = field.Name.TrimStart('<').Split('>')[0];
        return (ConfidentialName().IsMatch(name) || Grants.Contains($"{field.DeclaringType!.Name}.{name}")) && !Harmless.Contains($"{field.DeclaringType!.Name}.{name}");
    }

    private sealed record Talkative(string Name);

    [GeneratedRegex("^(Name|Number|IdNumber|VerifyToken|Token|Link|State|Secret|ClientSecret|SecretKey|ApiKey|Key|Password|Json|Root|RawBody|Url|ImageUrl|Person|Submitted|Read|Confirmed|Value)$")]
    private static partial Regex ConfidentialName();
}
