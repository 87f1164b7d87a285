using FaceH5Portal.Core.People;
using FaceH5Portal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FaceH5Portal.Web.Display;

/// <summary>How somebody can sign in, in words.</summary>
public static class PersonDisplay
{
    public static string StateOf(PersonView person, IStringLocalizer<Texts> texts) => string.Join(", ", KeysOf(person).Select(key => texts[key].Value));

    private static IEnumerable<string> KeysOf(PersonView person)
    {
        if (!person.Account.IsActive)
            yield return "Way.Off";
        else if (person.Account.IsDemo)
            yield return "Way.Demo";
        else if (!person.Ways.Any)
            yield return person.IsInvited ? "Way.Invited" : "Way.None";
        if (person.Ways.Passkeys > 0)
            yield return "Way.Passkey";
        if (person.Ways is { Password: true, Codes: true })
            yield return "Way.Password";
        if (person.Ways.Providers > 0)
            yield return "Way.Provider";
    }
}
