using FaceH5Portal.Core.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FaceH5Portal.Core.Billing.Packages;

/// <summary>Calls that were paid for before they are made.</summary>
public sealed class CallPackage
{
    public required Guid Id { get; init; }

    public required ChargeType Type { get; init; }

    public required int Units { get; init; }

    /// <summary>The first day it is used, in Beijing.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last one; what is left of it then lapses. Null where it never does.</summary>
    public DateOnly? Until { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public bool IsInForceOn(DateOnly day) => From <= day && !(Until < day);
}

internal sealed class CallPackageConfiguration : IEntityTypeConfiguration<CallPackage>
{
    public void Configure(EntityTypeBuilder<CallPackage> builder) => builder.ToTable("CallPackages").HasKey(package => package.Id);
}
