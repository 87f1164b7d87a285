namespace FaceH5Portal.Sandbox.State;

internal sealed record AccessToken(string Value, string AppId, DateTimeOffset Expires);
