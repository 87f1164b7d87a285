using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Vendors.Photos;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace FaceH5Portal.Web.Pages.Operator.PhotoChecking;

public partial class PhotoField
{
    /// <summary>Above what phones make; it is shrunk for the vendors, which take far less.</summary>
    public const int MostBytes = 15 * 1024 * 1024;

    // Small enough to go over the circuit without being felt, large enough to see who it is and which way up.
    private static readonly PhotoLimits Preview = new() { Formats = PhotoFormats.Jpeg, MaxBytes = 48 * 1024, MaxLongSide = 320 };

    // One clear pixel, until the script puts there what was chosen: an image without a source is a broken one.
    private const string NoPicture = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

    private bool busy;

    [Parameter, EditorRequired]
    public byte[]? Photo { get; set; }

    [Parameter, EditorRequired]
    public string? Name { get; set; }

    [Parameter, EditorRequired]
    public string? Error { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<(byte[] Photo, string Name)> OnTaken { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<PortalError> OnRefused { get; set; }

    /// <summary>Upright and without notes, as it goes out.</summary>
    private byte[]? Shown { get; set; }

    protected override void OnParametersSet()
    {
        if (Photo is null)
            Shown = null;
    }

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        Shown = null;
        if (chosen.File.Size > MostBytes)
        {
            await OnRefused.InvokeAsync(new PortalError("photo-file-too-big", "Photo", MostBytes / 1024 / 1024));
            return;
        }
        busy = true;
        try
        {
            using var memory = new MemoryStream();
            await using (var stream = chosen.File.OpenReadStream(MostBytes))
                await stream.CopyToAsync(memory);
            var photo = memory.ToArray();
            // Away from the circuit, which has other keys and clicks to answer meanwhile.
            var shown = await Task.Run(() => PhotoPreflight.Fit(photo, Preview));
            Shown = shown.Ok ? shown.Value.Bytes : null;
            await OnTaken.InvokeAsync((photo, chosen.File.Name));
        }
        catch (Exception exception) when (exception is IOException or JSException)
        {
            // The browser lost the file or the line on the way; choosing it again is all that helps.
            await OnRefused.InvokeAsync(new PortalError("photo-not-given", "Photo"));
        }
        finally
        {
            busy = false;
        }
    }
}
