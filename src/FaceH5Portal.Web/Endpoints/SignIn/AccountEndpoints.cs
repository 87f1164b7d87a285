using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;
using FaceH5Portal.Web.Display;
using FaceH5Portal.Web.Security.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace FaceH5Portal.Web.Endpoints.SignIn;

/// <summary>What people do about their own account with one click.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this WebApplication app)
    {
        var account = app.MapGroup(PortalRoutes.Account).WithMetadata(new SignedInAttribute(), new RequireAntiforgeryTokenAttribute());
        account.MapPost("passkeys/challenge", ChallengeAsync);
        account.MapPost("passkeys/add", AddPasskeyAsync);
        account.MapPost("passkeys/remove", RemovePasskeyAsync);
        account.MapPost("sessions/end", async (HttpContext context, AccountSessions sessions, [FromForm] Guid id) =>
            Back(await sessions.EndAsync(SignInClaims.AccountOf(context.User)!.Value, id, context.RequestAborted)));
        account.MapPost("sessions/end-others", async (HttpContext context, AccountSessions sessions) =>
            Back(await sessions.EndOthersAsync(SignInClaims.AccountOf(context.User)!.Value, SignInClaims.SessionOf(context.User)!.Value, context.RequestAborted)));
    }

    private static async Task<IResult> ChallengeAsync(HttpContext context, OwnAccount own, PasskeyDesk desk)
    {
        var account = await own.FindAsync(context);
        return account.Ok ? Results.Text(await desk.OfferAsync(account.Value), "application/json") : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private static async Task<IResult> AddPasskeyAsync(
        HttpContext context, OwnAccount own, PasskeyDesk desk, [FromForm] string? credential, [FromForm] string? name)
    {
        var account = await own.FindAsync(context);
        if (!account.Ok)
            return Back(account);
        var added = await desk.AddAsync(context, account.Value, credential ?? "", name ?? "");
        return added.Ok ? Back(await own.OpenedByAsync(context, account.Value, SignInMethod.Passkey)) : Back(added);
    }

    private static async Task<IResult> RemovePasskeyAsync(HttpContext context, OwnAccount own, AccountBook book, UserManager<Account> users, [FromForm] string? id)
    {
        var account = await own.FindAsync(context);
        if (!account.Ok)
            return Back(account);
        var credential = CredentialOf(id);
        if ((await book.PasskeysAsync(account.Value.Id, context.RequestAborted)).All(passkey => !passkey.CredentialId.AsSpan().SequenceEqual(credential)))
            return Results.NotFound();
        await users.RemovePasskeyAsync(account.Value, credential);
        return Results.LocalRedirect(PortalRoutes.Account);
    }

    private static byte[] CredentialOf(string? id)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(id ?? "");
        }
        catch (FormatException)
        {
            // What is no id is nobody's.
            return [];
        }
    }

    private static IResult Back<T>(Result<T> done) => done.Ok ? Results.LocalRedirect(PortalRoutes.Account)
        : done.Errors[0].Code == PortalError.NotFound ? Results.NotFound() : Results.LocalRedirect(PortalRoutes.AccountSaying(done.Errors[0].Code));
}
