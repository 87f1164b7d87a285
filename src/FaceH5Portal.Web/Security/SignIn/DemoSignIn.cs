using System.Net;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.People;
using FaceH5Portal.Core.People.SigningIn;

namespace FaceH5Portal.Web.Security.SignIn;

/// <summary>One click and one is somebody: in Development with the sandbox, on this machine, and nowhere else.</summary>
internal sealed class DemoSignIn(DemoPeople people, AccountBook book, SignInDesk desk)
{
    public async Task<Result<string>> SignInAsync(HttpContext context, Role role, string? returnTo)
    {
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote))
            return SignInDesk.Failed;
        var person = await people.FindOrMakeAsync(role, context.RequestAborted);
        if (!person.Ok)
            return person.Errors.ToList();
        return await book.FindAsync(person.Value, context.RequestAborted) is { } account
            ? await desk.BeginAsync(context, account, SignInMethod.Demo, returnTo) : SignInDesk.Failed;
    }
}
