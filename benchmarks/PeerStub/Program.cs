using System.Text.Encodings.Web;
using System.Text.Json;
using PeerStub;

// The fake an integrator writes in an afternoon: typed records, dictionaries, the happy path and its plainest errors.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Store>();
builder.Services.ConfigureHttpJsonOptions(json =>
{
    json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
    json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
});
var app = builder.Build();

app.MapPost("/oauth/2.0/token", (Store store) => new AccessTokenAnswer(store.IssueAccessToken(), 2_592_000));

var api = app.MapGroup("/rpc/2.0/brain/solution/faceprint").AddEndpointFilter(async (context, next) =>
    context.HttpContext.RequestServices.GetRequiredService<Store>().Knows(context.HttpContext.Request.Query["access_token"])
        ? await next(context)
        : new GatewayError(110, "Access token invalid or no longer valid"));

api.MapPost("verifyToken/generate", (GenerateRequest request, Store store) => Answer.Success(new Generated(store.Mint(request.PlanId).Value)));
api.MapPost("idcard/submit", (SubmitRequest request, Store store) => Answers.Submit(store, request));
api.MapPost("result/getall", (TokenRequest request, Store store, HttpRequest http) => Answers.GetAll(store, request, $"{http.Scheme}://{http.Host}"));
api.MapPost("result/detail", (TokenRequest request, Store store) => Answers.Detail(store, request));
api.MapPost("result/stat", (TokenRequest request, Store store) => Answers.Stat(store, request));

// The lever has the sandbox's address, so that one driver fits both.
app.MapPost("/_sandbox/complete", (TokenRequest request, Store store) => Answers.Complete(store, request));

app.Run();
