using FaceH5Portal.Sandbox.Door;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Photos;

/// <summary>Stands in front of the photo vendors: reads what came, lets the vendor answer, enters it into the books.</summary>
internal sealed class PhotoGateway(VendorDoor door, SandboxState state, SandboxClock clock)
{
    public async Task HandleAsync(HttpContext context, IPhotoEndpoint endpoint)
    {
        var call = await PhotoCall.ReadAsync(context.Request, clock.GetUtcNow(), state.Profile);
        await door.HandleAsync(
            context, endpoint.Path, () => state.Exclusively(() => Booked(endpoint, call)).ToReply(call.Profile),
            failure: code => endpoint.Failure(code).ToReply(call.Profile));
    }

    private PhotoAnswer Booked(IPhotoEndpoint endpoint, PhotoCall call)
    {
        var answer = endpoint.Answer(call);
        state.Save(new PhotoCheck(
            endpoint.Vendor, call.Now, answer.RequestId, answer.Code, answer.Charged, answer.Reference, answer.ImageId, answer.OneShot));
        return answer;
    }
}
