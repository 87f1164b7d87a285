// What the platform itself costs: one constant answer to whatever is asked.
var app = WebApplication.CreateBuilder(args).Build();
app.MapFallback("{**path}", () => Results.Text(
    """{"success":true,"result":{"verify_token":"AAAABBBBCCCCDDDDEEEEFFFF"},"access_token":"floor","log_id":"1000000000000000000"}""",
    "application/json"));
app.Run();
