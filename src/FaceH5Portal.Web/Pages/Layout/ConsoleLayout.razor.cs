using FaceH5Portal.Core.People.SigningIn;

namespace FaceH5Portal.Web.Pages.Layout;

public partial class ConsoleLayout
{
    private LiveSession? live;

    private string Here => new Uri(Navigation.Uri).PathAndQuery;

    protected override async Task OnInitializedAsync() => live = await Current.SessionAsync();
}
