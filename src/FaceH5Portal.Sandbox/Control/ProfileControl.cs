using FaceH5Portal.Sandbox.Profile;
using FaceH5Portal.Sandbox.State;

namespace FaceH5Portal.Sandbox.Control;

/// <summary>Shows and sets the switches of the vendor profile.</summary>
internal sealed class ProfileControl(SandboxState state)
{
    private static readonly string[] _names = [.. Switches.All.Select(known => known.Name)];

    public object Read() => new
    {
        Switches = Switches.All.Select(known => new
        {
            known.Name,
            Value = state.Profile[known],
            known.Default,
            Allowed = known.Values,
            known.Meaning,
        }),
    };

    public async Task<object> SetAsync(HttpRequest request)
    {
        var body = await ControlBody.ReadAsync(request, _names);
        var wanted = body.EnumerateObject().ToDictionary(property => property.Name, property => ControlBody.Text(body, property.Name)!);
        foreach (var known in Switches.All)
        {
            if (wanted.TryGetValue(known.Name, out var value) && !known.Values.Contains(value))
                throw new ControlRefusal($"\"{known.Name}\" must be one of {string.Join(", ", known.Values)}.");
        }
        return state.Exclusively(() =>
        {
            state.Save(state.Levers with { Profile = Changed(wanted) });
            return Read();
        });
    }

    private Dictionary<string, string> Changed(Dictionary<string, string> wanted) => Switches.All
        .Select(known => (known.Name, known.Default, Value: wanted.GetValueOrDefault(known.Name) ?? state.Profile[known]))
        .Where(known => known.Value != known.Default)
        .ToDictionary(known => known.Name, known => known.Value);
}
