using System.Globalization;
using FaceH5Portal.Core.Data;
using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.Shared;

/// <summary>A page that queries again when what it shows was committed, whoever did it.</summary>
public abstract class LivePage : ActorPage, IDisposable
{
    private readonly CancellationTokenSource closing = new();
    private IDisposable? subscription;

    [Inject]
    private CommitFeed Feed { get; set; } = null!;

    protected CancellationToken Closing { get; private set; }

    public void Dispose()
    {
        subscription?.Dispose();
        closing.Cancel();
        closing.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract bool Shows(PortalChange change);

    protected abstract Task LoadAsync(CancellationToken cancellationToken);

    protected override void OnInitialized()
    {
        Closing = closing.Token;
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        subscription = Feed.Subscribe(change =>
        {
            if (Shows(change))
                // Away from the writer's thread, which has work to do and may speak another language.
                _ = Task.Run(() => InvokeAsync(() =>
                {
                    (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
                    return ReloadAsync();
                }));
        });
    }

    protected override Task OnParametersSetAsync() => LoadAsync(Closing);

    protected async Task ReloadAsync()
    {
        if (Closing.IsCancellationRequested)
            return;
        try
        {
            await LoadAsync(Closing);
            StateHasChanged();
        }
        catch (OperationCanceledException) when (Closing.IsCancellationRequested)
        {
            // The page was left while it was reading: nobody waits for the answer.
        }
        catch (Exception exception)
        {
            // Nobody awaits a reload, so its fault is handed to the page's boundary.
            await DispatchExceptionAsync(exception);
        }
    }
}
