using FaceH5Portal.Core.Data;
using FaceH5Portal.Web.Commands;
using FaceH5Portal.Web.Hosting;

try
{
    if (PortalCommands.AreAsked(args))
        return await PortalCommands.RunAsync(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.Find() });
    var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
    var master = MasterKeys.Load(builder, create: builder.Environment.IsDevelopment());
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
