using System.Text;
using FaceH5Portal.Vendors.Webhooks;

namespace FaceH5Portal.Vendors.Tests.Webhooks;

/// <summary>Against the vectors of the specification's own libraries.</summary>
public sealed class WebhookSecretTests
{
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Body = """{"test": 2432232314}""";
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void The_specifications_vector_is_signed_as_it_says() =>
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Of(Secret).Sign(Id, At, Encoding.UTF8.GetBytes(Body)));

    [Fact]
    public void A_secret_is_written_as_the_specification_says() => Assert.Equal(Secret, Of(Secret).Reveal());

    [Fact]
    public void Whole_seconds_count() =>
        Assert.Equal(Of(Secret).Sign(Id, At, Encoding.UTF8.GetBytes(Body)), Of(Secret).Sign(Id, At.AddMilliseconds(999), Encoding.UTF8.GetBytes(Body)));

    [Theory]
    [InlineData(23)]
    [InlineData(65)]
    public void A_secret_has_24_to_64_bytes(int bytes) => Assert.Throws<ArgumentException>(() => new WebhookSecret(new byte[bytes]));

    [Fact]
    public void A_secret_that_is_printed_tells_nothing() => Assert.DoesNotContain("MfKQ", Of(Secret).ToString(), StringComparison.Ordinal);

    [Fact]
    public void While_a_secret_is_replaced_both_sign_the_newest_first()
    {
        var old = new WebhookSecret([.. Enumerable.Range(0, 24).Select(n => (byte)n)]);
        var call = new WebhookCall(new Uri("https://crm.example/hook"), Id, At, Encoding.UTF8.GetBytes(Body), [Of(Secret), old]);
        var signature = call.Headers.Single(header => header.Key == "webhook-signature").Value;
        Assert.Equal($"v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= {old.Sign(Id, At, Encoding.UTF8.GetBytes(Body))}", signature);
    }

    private static WebhookSecret Of(string text) => new(Convert.FromBase64String(text[WebhookSecret.Prefix.Length..]));
}
