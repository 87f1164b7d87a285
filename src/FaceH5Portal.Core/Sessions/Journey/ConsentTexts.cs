using FaceH5Portal.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>Keeps the words that somebody agreed to, once for all who read the same.</summary>
public sealed class ConsentTexts
{
    private readonly Func<PortalDbContext, string, CancellationToken, Task<bool>> isKept = EF.CompileAsyncQuery(
        (PortalDbContext db, string hash, CancellationToken _) => db.Set<ConsentText>().Any(text => text.Sha256 == hash));

    /// <summary>Answers what a record names the words by.</summary>
    internal async Task<string> KeepAsync(PortalWrite write, string version, string language, string text, CancellationToken cancellationToken)
    {
        var hash = ConsentText.Hash(text);
        if (!await isKept(write.Context, hash, cancellationToken))
            write.Set<ConsentText>().Add(new ConsentText { Sha256 = hash, Version = version, Language = language, Text = text });
        return hash;
    }
}
