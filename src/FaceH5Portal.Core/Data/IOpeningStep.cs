namespace FaceH5Portal.Core.Data;

/// <summary>What a slice checks or loads once the database is open and before anybody uses it.</summary>
public interface IOpeningStep
{
    /// <exception cref="PortalStartException">The portal may not start like this.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
