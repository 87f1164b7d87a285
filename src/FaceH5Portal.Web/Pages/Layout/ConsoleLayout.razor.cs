using FaceH5Portal.Core.Access;

namespace FaceH5Portal.Web.Pages.Layout;

public partial class ConsoleLayout
{
    private Actor actor = Actor.Anonymous;

    private string Here => new Uri(Navigation.Uri).PathAndQuery;

    protected override async Task OnInitializedAsync() => actor = await Current.GetAsync();
}
