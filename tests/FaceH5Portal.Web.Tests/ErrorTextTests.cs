using System.Globalization;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Display;
using Microsoft.Extensions.DependencyInjection;

namespace FaceH5Portal.Web.Tests;

public sealed class ErrorTextTests
{
    [Theory]
    [InlineData("en", "Between 1 and 30.")]
    [InlineData("zh-CN", "应在 1 到 30 之间。")]
    public void A_sentence_carries_its_values_in_the_language_of_the_viewer(string language, string sentence) =>
        Assert.Equal(sentence, Words(language).Of(new PortalError("number-out-of-range", "RetentionDays", 1, 30)));

    [Fact]
    public void A_missing_permission_is_named() => Assert.Equal(
        "You lack the permission: see amounts.", Words("en").Of(Actor.Anonymous.Lacks(Permission.SeeMoney)!));

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void A_code_without_words_is_at_least_shown(string language) =>
        Assert.Contains("moon-full", Words(language).Of(new PortalError("moon-full")), StringComparison.Ordinal);

    [Fact]
    public void A_field_gets_its_own_error_and_no_others()
    {
        PortalError[] errors = [new("name-empty", "Name"), new("number-empty", "Number")];
        Assert.Equal(TextResources.English["Error.number-empty"], Words("en").For(errors, "Number"));
        Assert.Null(Words("en").For(errors, "Photo"));
    }

    private static ErrorText Words(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return new ServiceCollection().AddLogging().AddLocalization().AddSingleton<ErrorText>().BuildServiceProvider()
            .GetRequiredService<ErrorText>();
    }
}
