using System.Reflection;
using FaceH5Portal.Core.Alarming;
using Xunit.Sdk;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>The test sees the rule silent, causes its fault and sees it alarm. What the bench saw decides whether it did.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ProvesAttribute(AlarmRule rule) : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<List<(AlarmRule Rule, bool Alarms)>?> Looks = new();

    public AlarmRule Rule => rule;

    public static void Saw(AlarmRule rule, bool alarms) => Looks.Value?.Add((rule, alarms));

    /// <summary>Whether a rule was first seen silent and then seen alarm.</summary>
    public static bool IsProof(AlarmRule rule, IEnumerable<(AlarmRule Rule, bool Alarms)> looks) =>
        looks.Where(look => look.Rule == rule).SkipWhile(look => look.Alarms).Any(look => look.Alarms);

    public override void Before(MethodInfo methodUnderTest) => Looks.Value = [];

    public override void After(MethodInfo methodUnderTest) =>
        Assert.True(IsProof(rule, Looks.Value!), $"{methodUnderTest.Name} does not see {rule} silent and then alarm.");
}
