using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Plans;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>How a session stands, and whom it is about: what a look at the person's page reads.</summary>
internal sealed record PersonsStanding(SessionStanding Session, Subject Subject)
{
    /// <summary>Columns in the order in which they are read.</summary>
    public static readonly ReadyRead<PersonsStanding> Read = new("""
        SELECT s."Id", s."Status", s."Terms", s."StatedPurpose", s."Reason", s."Outcome", s."Review", s."LinkExpiresUtc", s."AttemptCount",
            s."MatchPhotoId", s."ConsentedAtUtc", s."GuardianConsented", s."OtherWayAtUtc", s."WithdrawnAtUtc", s."FinishedAtUtc", s."Version",
            s."ReturnUrl", s."CreatedBy", s."SealedLink",
            p."Id", p."CreatedAtUtc", p."WrappedKey", p."MasterKeyVersion", p."CertificateType", p."NumberIndex", p."NameIndex",
            p."SealedName", p."SealedNumber", p."SealedBirthDate", p."ErasedAtUtc", p."HeldAtUtc"
        FROM "Sessions" AS s INNER JOIN "Subjects" AS p ON p."Id" = s."SubjectId" WHERE s."Id" = @key
        """, row => new PersonsStanding(SessionOf(row), SubjectOf(row)));

    private static SessionStanding SessionOf(RowReader row)
    {
        var (id, status, terms) = (row.Id(), row.Name<SessionStatus>()!.Value, JsonColumn.ReadShared<PlanTerms>(row.Text()!));
        return new SessionStanding
        {
            Id = id,
            Status = status,
            Terms = terms,
            Purpose = row.Text() ?? terms.Purpose,
            Reason = row.Text(),
            Outcome = row.Name<Outcome>(),
            Review = row.Name<ReviewState>()!.Value,
            LinkExpiresUtc = row.Time()!.Value,
            AttemptCount = row.Number(),
            HasMatchPhoto = row.Text() is not null,
            ConsentedAtUtc = row.Time(),
            GuardianConsented = row.Flag(),
            OtherWayAtUtc = row.Time(),
            WithdrawnAtUtc = row.Time(),
            FinishedAtUtc = row.Time(),
            Version = row.Number(),
            ReturnUrl = row.Text(),
            CreatedBy = row.Text()!,
            SealedLink = row.Bytes()!,
        };
    }

    private static Subject SubjectOf(RowReader row) => new()
    {
        Id = row.Id(),
        CreatedAtUtc = row.Time()!.Value,
        WrappedKey = row.Bytes()!,
        MasterKeyVersion = row.Number(),
        CertificateType = row.Name<CertificateType>(),
        NumberIndex = row.Text(),
        NameIndex = row.Text(),
        SealedName = row.Bytes(),
        SealedNumber = row.Bytes(),
        SealedBirthDate = row.Bytes(),
        ErasedAtUtc = row.Time(),
        HeldAtUtc = row.Time(),
    };
}
