using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Core.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Sessions.Journey;

/// <summary>The words of a notice as somebody read them, kept once for all who did.</summary>
public sealed class ConsentText : IRow
{
    public required string Sha256 { get; init; }

    public required string Version { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

internal sealed class ConsentTextConfiguration : IEntityTypeConfiguration<ConsentText>
{
    public void Configure(EntityTypeBuilder<ConsentText> builder)
    {
        builder.ToTable("ConsentTexts").HasKey(text => text.Sha256);
        builder.Property(text => text.Sha256).HasMaxLength(64);
        builder.Property(text => text.Version).HasMaxLength(32);
        builder.Property(text => text.Language).HasMaxLength(16);
    }
}
