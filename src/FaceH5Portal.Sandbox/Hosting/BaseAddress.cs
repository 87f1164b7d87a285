namespace FaceH5Portal.Sandbox.Hosting;

/// <summary>The address under which callers reach this listener, for the links inside answers.</summary>
internal sealed class BaseAddress
{
    private readonly string? _fixed;

    public BaseAddress(SandboxOptions options)
    {
        var binding = BindingAddress.Parse(options.Url);
        var reachable = binding.Port != 0 && binding.Host is not ("*" or "+" or "0.0.0.0" or "[::]");
        _fixed = reachable ? $"{binding.Scheme}://{binding.Host}:{binding.Port}" : null;
    }

    public string Of(HttpRequest request) => _fixed ?? $"{request.Scheme}://{request.Host}";
}
