using FaceH5Portal.Core.Webhooks.Delivering;
using FaceH5Portal.Core.Webhooks.Endpoints;
using FaceH5Portal.Web.Display;
using MudBlazor;

namespace FaceH5Portal.Web.Tests.Telling;

public sealed class WebhookDisplayTests
{
    [Theory]
    [InlineData(DeliveryState.Waiting, Color.Info)]
    [InlineData(DeliveryState.Delivered, Color.Success)]
    [InlineData(DeliveryState.GivenUp, Color.Error)]
    public void Every_state_of_a_delivery_has_its_look_and_its_words(DeliveryState state, Color color)
    {
        var display = WebhookDisplay.Of(state);
        Assert.Equal(color, display.Color);
        Assert.Contains(display.TextKey, TextResources.Chinese.Keys);
        Assert.NotEmpty(display.Icon);
    }

    [Fact]
    public void No_two_states_look_the_same() =>
        Assert.Distinct(Enum.GetValues<DeliveryState>().Select(WebhookDisplay.Of));

    [Fact]
    public void A_state_without_a_display_is_noticed() => Assert.Throws<ArgumentOutOfRangeException>(() => WebhookDisplay.Of((DeliveryState)99));

    [Theory]
    [InlineData(false, false, "Webhooks.Enabled")]
    [InlineData(true, false, "Webhooks.Failing")]
    [InlineData(true, true, "Webhooks.Disabled")]
    public void An_endpoint_is_in_use_failing_or_disabled(bool failing, bool disabled, string key)
    {
        DateTime? Since(bool so) => so ? DateTime.UnixEpoch : null;
        var endpoint = new EndpointView(Guid.Empty, "", "", [], 1, DateTime.UnixEpoch, null, null, Since(failing), Since(disabled), disabled ? DisabledReason.Failing : null, 0);
        Assert.Equal(key, WebhookDisplay.Of(endpoint).TextKey);
    }

    [Fact]
    public void An_address_of_the_log_is_read_as_it_was_written()
    {
        var address = new DeliveryAddress(Guid.NewGuid()) { State = DeliveryState.GivenUp, Type = "session.passed", Session = Guid.NewGuid(), Before = 40, Open = 7 };
        Assert.Equal(address, DeliveryAddress.Read(address.EndpointId, new Uri("https://localhost" + address).Query));
    }
}
