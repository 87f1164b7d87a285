using VendorStub;

// A vendor at whose page everybody passes at once: the answers of one good session, as fast as the platform gives them.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
var app = builder.Build();

app.MapPost("/oauth/2.0/token", () => Answers.Json("""{"access_token":"24.stub","expires_in":2592000}"""));

var api = app.MapGroup("/rpc/2.0/brain/solution/faceprint");
api.MapPost("verifyToken/generate", () => Answers.Success($$"""{"verify_token":"{{Guid.NewGuid():N}}"}"""));
api.MapPost("idcard/submit", async (HttpRequest request) =>
{
    await Submitted.TakeAsync(request);
    return Answers.Success("1");
});
api.MapPost("result/getall", async (HttpRequest request) =>
    Answers.Success(Answers.GetAll(await Submitted.OfAsync(request), $"{request.Scheme}://{request.Host}")));
api.MapPost("result/detail", async (HttpRequest request) => Answers.Success(Answers.Detail(await Submitted.OfAsync(request))));
api.MapPost("result/stat", () => Answers.Success(Answers.Stat));
// Photo vendors: one that answers at once, and one that hangs.
app.MapPost("/verifyface/verifyEncry", () => Answers.Json(Answers.Compared));
app.MapPost("/v2/identity/selfie_idnumber_verification", async (CancellationToken hungUp) =>
{
    await Task.Delay(Timeout.InfiniteTimeSpan, hungUp);
});
app.MapGet("/face.jpg", () => TypedResults.Bytes(Picture.Face, "image/jpeg"));

app.Run();
