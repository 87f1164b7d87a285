using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Hosting;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find() });
    var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
    var master = MasterKeys.Load(builder);
    if (VerifyAudit.IsAsked(args))
        return await VerifyAudit.RunAsync(settings, master, builder.Environment.ContentRootPath, Console.Out);
    builder.AddShell(settings);
    if (settings.Missing.Count > 0 || master is null)
    {
        await using var setup = builder.Build();
        setup.UseSetupPage(master is null ? settings.Lacking("Portal:MasterKey") : settings);
        await setup.RunAsync();
        return 0;
    }
    builder.AddPortal(settings, master);
    await using var app = builder.Build();
    await app.PrepareAsync(settings);
    app.UsePortal(settings);
    await app.RunAsync();
    return 0;
}
catch (PortalStartException refusal)
{
    // One sentence for the operator; a stack would only bury it.
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
