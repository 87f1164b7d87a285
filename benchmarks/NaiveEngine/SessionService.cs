using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NaiveEngine.Data;

namespace NaiveEngine;

/// <summary>What an operator and a person do, each step saved when it is done.</summary>
internal sealed class SessionService(IDbContextFactory<NaiveDb> contexts, BaiduClient vendor, Sealing sealing)
{
    public async Task<Guid> CreateAsync(string reference, string name, string number)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            PlanId = "1001",
            Reference = reference,
            Purpose = "确认是您本人在办理业务",
            Name = sealing.Seal(name),
            IdNumber = sealing.Seal(number),
            IdNumberHash = sealing.KeyedHash(number),
            LinkHash = Sealing.Hash(NewSecret()),
            CreatedAt = DateTime.UtcNow,
            LinkExpiresAt = DateTime.UtcNow.AddDays(3),
        };
        db.Sessions.Add(session);
        db.Audit("operator", "SessionCreated", session.Id);
        await db.SaveChangesAsync();
        return session.Id;
    }

    public async Task<string> StartAsync(Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var session = await db.Sessions.SingleAsync(s => s.Id == id);
        session.ConsentedAt = DateTime.UtcNow;
        session.ConsentVersion = "1";
        session.ConsentTextSha256 = new string('0', 64);
        session.ConsentAddress = sealing.Seal("127.0.0.1");
        db.Audit("end-user", "ConsentGiven", id);
        await db.SaveChangesAsync();

        var verifyToken = await vendor.GenerateAsync(session.PlanId);
        var state = NewSecret();
        db.Tokens.Add(new Token
        {
            Id = Guid.CreateVersion7(),
            SessionId = id,
            VerifyToken = sealing.Seal(verifyToken),
            StateHash = Sealing.Hash(state),
            MintedAt = DateTime.UtcNow,
            ExpiresAt = DateTime.UtcNow.AddHours(2),
            DueAt = DateTime.UtcNow.AddHours(2),
        });
        db.Audit("end-user", "TokenMinted", id);
        await db.SaveChangesAsync();

        await vendor.SubmitAsync(verifyToken, sealing.Open(session.Name), sealing.Open(session.IdNumber));
        session.Status = SessionStatus.Capturing;
        db.Audit("end-user", "LeftForCapture", id);
        await db.SaveChangesAsync();
        return state;
    }

    public async Task ReturnAsync(string state)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var hash = Sealing.Hash(state);
        var token = await db.Tokens.Include(t => t.Session).SingleAsync(t => t.StateHash == hash);
        token.ReturnedAt = token.DueAt = DateTime.UtcNow;
        token.Session.Status = SessionStatus.Confirming;
        db.Audit("end-user", "CameBack", token.SessionId);
        await db.SaveChangesAsync();
    }

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
