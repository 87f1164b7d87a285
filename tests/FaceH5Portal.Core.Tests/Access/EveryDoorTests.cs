using System.Reflection;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.TestKit;

namespace FaceH5Portal.Core.Tests.Access;

/// <summary>Finds the doors by reflection, so that one built tomorrow is tried too.</summary>
public sealed class EveryDoorTests
{
    public static TheoryData<string> Doors => [.. AllDoors().Select(Title).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task No_door_opens_to_nobody(string title)
    {
        await using var portal = await PortalHarness.StartAsync();
        var door = AllDoors().Single(method => Title(method) == title);
        var arguments = door.GetParameters().Select(parameter => parameter.ParameterType == typeof(Actor)
            ? Actor.Anonymous : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);
        var answer = (Task)door.Invoke(portal.Services.GetService(door.DeclaringType!), [.. arguments])!;
        await answer;
        var result = answer.GetType().GetProperty("Result")!.GetValue(answer)!;
        var errors = (IReadOnlyList<PortalError>)result.GetType().GetProperty("Errors")!.GetValue(result)!;
        Assert.Equal(PortalError.AccessDenied, Assert.Single(errors).Code);
        Assert.IsType<Permission>(Assert.Single(Assert.Single(errors).Args));
    }

    [Fact]
    public void The_search_finds_the_doors() => Assert.True(AllDoors().Count() >= 11);

    private static IEnumerable<MethodInfo> AllDoors() => typeof(Actor).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(Actor)
            && typeof(Task).IsAssignableFrom(method.ReturnType));

    private static string Title(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
