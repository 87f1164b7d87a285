using System.Diagnostics;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Evidence.Preflight;
using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Vendors;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Photos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PortalEngine;

namespace FaceH5Portal.Benchmarks.Photos;

/// <summary>Photo checks by the portal's own service, one after the other.</summary>
internal sealed class PhotoLoad(Portal portal, byte[] photo)
{
    private static readonly Actor Operator = Actor.InRole("benchmark", "Operator", Role.Operator);

    private int checkedSoFar;

    public byte[] Photo => photo;

    /// <summary>What needs no writing anew: the vendor's own size, as a client that knows it sends it.</summary>
    public byte[] FittingPhoto { get; } = PhotoPreflight.Fit(photo, JuheLimits.Photo).Value.Bytes;

    public static void AddVendors(IServiceCollection services, Uri vendor)
    {
        var address = vendor.ToString().TrimEnd('/');
        services.AddPhotoVendors(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Vendors:Juhe:BaseUrl"] = address,
            ["Vendors:Juhe:Key"] = "benchmark-key",
            ["Vendors:Juhe:OpenId"] = "JH0123456789abcdef0123456789abcdef",
            ["Vendors:Linkface:BaseUrl"] = address,
            ["Vendors:Linkface:ApiId"] = "benchmark-id",
            ["Vendors:Linkface:ApiSecret"] = "benchmark-secret",
            ["Vendors:Linkface:CheckTimeout"] = "00:01:00",
        }).Build());
    }

    public Task CheckAsync(byte[] file) => CheckAsync(PhotoVendor.Juhe, file);

    public async Task CheckAsync(PhotoVendor vendor, byte[] file)
    {
        var person = EngineLoad.Person.Of(Interlocked.Increment(ref checkedSoFar));
        var made = await portal.Get<PhotoCheckService>().CheckAsync(Operator, new NewPhotoCheck
        {
            Vendors = [vendor],
            Purpose = "To measure",
            Person = new Identity(person.Name, person.Number, CertificateType.ResidentIdCard),
            Photo = file,
            Consent = new PhotoConsent("1", "Juhe, Linkface", "en", DateTime.UtcNow),
        }, CancellationToken.None);
        if (!made.Ok)
            throw new BenchmarkException($"A check was refused: {made.Errors[0].Code}.");
    }

    /// <summary>The median time of a check in ms, as who waits for it sees it.</summary>
    public async Task<double> TypicalAsync(int checks)
    {
        var times = new Rounds();
        for (var check = 0; check < checks; check++)
        {
            var started = Stopwatch.GetTimestamp();
            await CheckAsync(photo);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times.Median;
    }
}
