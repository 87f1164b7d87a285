// What the framework itself asks for a page of this kind: the consent's text and form as static components, the template's own router and layout, a proof of origin; no session, no language, no header of ours.
using StaticPage.Components;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorComponents();

var app = builder.Build();
app.UseAntiforgery();
app.MapRazorComponents<App>();
app.Run();
