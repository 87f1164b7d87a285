using System.Globalization;

namespace PeerStub;

internal static class Answers
{
    public static IResult Submit(Store store, SubmitRequest request)
    {
        if (store.Find(request.VerifyToken) is not { IsOpen: true } session) return Answer.TokenInvalid();
        store.Save(session with { Identity = new Identity(request.IdName, request.IdNo, request.CertificateType) });
        return Answer.Success(1);
    }

    public static IResult Complete(Store store, TokenRequest request)
    {
        if (store.Find(request.VerifyToken) is not { IsOpen: true } session) return Answer.TokenInvalid();
        store.Save(session with { Attempt = new Attempt(DateTimeOffset.UtcNow, 93.5199966430664, Store.LogId()) });
        return Answer.Success(1);
    }

    public static IResult GetAll(Store store, TokenRequest request, string host) => Query(store, request, (session, attempt) =>
    {
        var time = attempt.Time.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var detail = new VerifyDetail(
            attempt.Score, 80, true, $"{host}/images/{session.Value}.jpg", attempt.VerifyLogId, 0.99999183, null, null, null, false);
        var confirm = new IdcardConfirm(session.Identity?.Name, session.Identity?.Number, session.Identity?.Type, null, null);
        return new GetAllResult(1, 0, 0, 1, [new VerifyResult(1, "0", "核验成功", true, time, true, "verify", time, false, 0, null, detail, confirm)]);
    });

    public static IResult Detail(Store store, TokenRequest request) => Query(store, request, (session, attempt) => new DetailResult(
        new Scores(attempt.Score, 0.99999183, 0), false, new ConfirmedName(session.Identity?.Name, session.Identity?.Number)));

    public static IResult Stat(Store store, TokenRequest request) => Query(store, request, (_, _) => new Dictionary<string, StatCount[]>
    {
        ["Verify_FIN"] = [new StatCount("0", 1)],
        ["Sessioncode"] = [new StatCount("0", 1)],
        ["OCR"] = [],
        ["verify"] = [new StatCount("0", 1)],
        ["VideoLiveness"] = [],
        ["Livenesscolorful"] = [new StatCount("0", 1)],
        ["VerifySec"] = [],
    });

    private static IResult Query<T>(Store store, TokenRequest request, Func<Session, Attempt, T> result)
    {
        if (store.Find(request.VerifyToken) is not { } session) return Answer.TokenInvalid();
        return session.Attempt is { } attempt ? Answer.Success(result(session, attempt)) : Answer.NotStarted();
    }
}
