using Microsoft.AspNetCore.Components;

namespace FaceH5Portal.Web.Pages.EndUser;

/// <summary>Style sheet and script by the addresses that name their bytes, as the components have them.</summary>
public sealed class PageAssets(EndpointDataSource endpoints)
{
    private readonly Lazy<ResourceAssetCollection> assets = new(() =>
        endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).First(found => found is not null)!);

    public string AddressOf(string asset) => $"/{assets.Value[asset]}";
}
