using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.PhotoChecks;

internal sealed class PhotoCheckConfiguration : IEntityTypeConfiguration<PhotoCheck>
{
    public void Configure(EntityTypeBuilder<PhotoCheck> builder)
    {
        builder.ToTable("PhotoChecks").HasKey(check => check.Id);
        builder.Ignore(check => check.ChargedTo).Ignore(check => check.IsOver);
        builder.Property(check => check.Tried).IsJson();
        builder.Property(check => check.Before).IsJson();
        builder.Property(check => check.Sent).IsJson();
        builder.Property(check => check.Purpose).HasMaxLength(PhotoCheckRules.LongestPurpose);
        builder.Property(check => check.Reference).HasMaxLength(SessionRules.LongestReference);
        builder.Property(check => check.RequestedBy).HasMaxLength(64);
        builder.Property(check => check.ConsentVersion).HasMaxLength(32);
        builder.Property(check => check.ConsentSha256).HasMaxLength(64);
        builder.Property(check => check.ConsentLanguage).HasMaxLength(16);
        builder.Property(check => check.SentSha256).HasMaxLength(64);
        builder.Property(check => check.Code).HasMaxLength(64);
        builder.Property(check => check.Message).HasMaxLength(PhotoCheckRecorder.LongestMessage);
        builder.Property(check => check.RequestId).HasMaxLength(64);
        builder.Property(check => check.SettledBy).HasMaxLength(64);
        builder.Property(check => check.SettledReason).HasMaxLength(PhotoChargeDesk.LongestReason);
        builder.Property(check => check.Version).IsConcurrencyToken();
        builder.HasIndex(check => check.GroupId);
        builder.HasIndex(check => check.SubjectId);
        builder.HasIndex(check => check.SessionId).HasFilter("\"SessionId\" IS NOT NULL");
        // Each is an order of the list, whole or behind one filter.
        builder.HasIndex(check => new { check.CreatedAtUtc, check.Id });
        builder.HasIndex(check => new { check.Vendor, check.CreatedAtUtc, check.Id });
        builder.HasIndex(check => new { check.Reference, check.CreatedAtUtc, check.Id });
        // Most come to an answer.
        builder.HasIndex(check => new { check.State, check.CreatedAtUtc, check.Id }).HasFilter("\"State\" <> 'Answered'");
        builder.HasIndex(check => check.AskedAtUtc).HasFilter("\"MayCost\" IS NOT NULL");
    }
}
