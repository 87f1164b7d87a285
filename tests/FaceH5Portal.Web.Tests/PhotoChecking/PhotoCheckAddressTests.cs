using FaceH5Portal.Core.PhotoChecks;
using FaceH5Portal.Core.PhotoChecks.Finding;
using FaceH5Portal.Core.Sessions;
using FaceH5Portal.Vendors.Photos;
using FaceH5Portal.Web.Display;

namespace FaceH5Portal.Web.Tests.PhotoChecking;

public sealed class PhotoCheckAddressTests
{
    [Fact]
    public void An_address_reads_as_it_was_written()
    {
        var written = new PhotoCheckAddress
        {
            Vendor = PhotoVendor.Linkface,
            State = PhotoCheckState.EndUnknown,
            Outcome = Outcome.NoMatch,
            Reference = "CASE 7&8",
            Who = "a1b2",
            From = new DateOnly(2026, 3, 1),
            Until = new DateOnly(2026, 3, 2),
            Place = new PhotoCheckPlace(new DateTime(2026, 3, 1, 2, 0, 0, DateTimeKind.Utc), Guid.NewGuid()),
        };
        Assert.Equal(written, PhotoCheckAddress.Read(written.ToString().Split('?')[1]));
    }

    [Theory]
    [InlineData("vendor=Nobody&state=7&outcome=&from=yesterday&at=1.2")]
    [InlineData("at=99999999999999999999.00000000000000000000000000000000&vendor=99")]
    [InlineData("")]
    public void What_cannot_be_meant_does_not_narrow(string query)
    {
        var read = PhotoCheckAddress.Read(query);
        Assert.Equal(new PhotoCheckAddress(), read);
        Assert.False(read.IsNarrow);
    }

    [Fact]
    public void A_day_is_the_viewers()
    {
        var filter = new PhotoCheckAddress { From = new DateOnly(2026, 3, 1), Until = new DateOnly(2026, 3, 1) }
            .Filter(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), null);
        Assert.Equal((new DateTime(2026, 2, 28, 16, 0, 0, DateTimeKind.Utc), new DateTime(2026, 3, 1, 16, 0, 0, DateTimeKind.Utc)), (filter.FromUtc, filter.BeforeUtc));
    }
}
