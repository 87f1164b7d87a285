using System.Reflection;
using FaceH5Portal.Core.Alarming;

namespace FaceH5Portal.Core.Tests.Alarming;

/// <summary>No rule goes without a test that sees it silent, causes its fault and sees it alarm.</summary>
public sealed class RuleProofTests
{
    [Fact]
    public void Every_rule_has_its_proof() => Assert.Equal(Enum.GetValues<AlarmRule>(), Proven().Distinct().Order());

    [Theory]
    [InlineData(false)]
    [InlineData(false, false, false)]
    [InlineData(false, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false, true)]
    public void One_that_was_only_silent_or_only_heard_is_not_proven(bool proven, params bool[] looks) =>
        Assert.Equal(proven, ProvesAttribute.IsProof(AlarmRule.Disk, looks.Select(alarms => (AlarmRule.Disk, alarms)).Append((AlarmRule.Clock, true))));

    private static IEnumerable<AlarmRule> Proven() => typeof(RuleProofTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods()).Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
        .SelectMany(method => method.GetCustomAttributes<ProvesAttribute>()).Select(proof => proof.Rule);
}
