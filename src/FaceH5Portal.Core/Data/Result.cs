namespace FaceH5Portal.Core.Data;

/// <summary>What a service answers: a value, or every reason why there is none.</summary>
public sealed class Result<T>
{
    private readonly T? value;

    private Result(T? value, IReadOnlyList<PortalError> errors)
    {
        this.value = value;
        Errors = errors;
    }

    public IReadOnlyList<PortalError> Errors { get; }

    public bool Ok => Errors.Count == 0;

    public T Value => Ok ? value! : throw new InvalidOperationException($"No value: {Errors[0].Code}.");

    public static implicit operator Result<T>(T value) => new(value, []);

    public static implicit operator Result<T>(PortalError error) => new(default, [error]);

    public static implicit operator Result<T>(List<PortalError> errors) => new(default, errors);
}
