using System.Text;
using System.Text.Json.Nodes;

namespace FaceH5Portal.TestKit;

/// <summary>A vendor whose records have no word about charges.</summary>
public static class SilentBill
{
    public static void SilenceBill(this Wire wire) => wire.BeforeHearingOf("result/getall", async answer =>
    {
        var record = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        foreach (var attempt in record["result"]!["verify_result"]!.AsArray())
        {
            attempt!.AsObject().Remove("is_charged");
            attempt.AsObject().Remove("charge_time");
        }
        answer.Content = new StringContent(record.ToJsonString(), Encoding.UTF8, "application/json");
    });
}
