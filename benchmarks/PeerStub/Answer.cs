namespace PeerStub;

internal static class Answer
{
    public static IResult Success<T>(T result) => TypedResults.Ok(new Answer<T>(true, result, Store.LogId()));

    public static IResult Failure(int code, string message) => TypedResults.Ok(new Failure(false, code, message, Store.LogId()));

    public static IResult TokenInvalid() => Failure(283437, "Token无效或者已过期");

    public static IResult NotStarted() => Failure(283450, "认证尚未开始");
}

internal sealed record Answer<T>(bool Success, T Result, string LogId);

internal sealed record Failure(bool Success, int Code, string Message, string LogId);

internal sealed record GatewayError(int ErrorCode, string ErrorMsg);

internal sealed record AccessTokenAnswer(string AccessToken, int ExpiresIn);

internal sealed record Generated(string VerifyToken);
