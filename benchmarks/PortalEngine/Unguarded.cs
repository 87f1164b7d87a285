using System.Collections;
using FaceH5Portal.Core.Access;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace PortalEngine;

/// <summary>
/// The portal without its guard, to see what the guard costs: nothing is sealed, nothing is recorded, and everybody
/// may do everything. No setting leads here; it is put together by the benchmark alone.
/// </summary>
internal static class Unguarded
{
    public static Actor Anybody { get; } = new("anybody", "anybody", new Everything());

    public static void Put(IServiceCollection services) =>
        services.AddSingleton<SubjectVault, OpenVault>().AddSingleton<AuditTrail, NoTrail>();

    private sealed class OpenVault(KeyWrapping keys, BlindIndex index, Entropy entropy, TimeProvider clock) : SubjectVault(keys, index, entropy, clock)
    {
        public override byte[] Seal(Subject subject, string purpose, ReadOnlySpan<byte> plain) => plain.ToArray();

        public override byte[] Open(Subject subject, string purpose, byte[] sealedBytes) => sealedBytes;
    }

    private sealed class NoTrail(AuditChain chain, TimeProvider clock) : AuditTrail(chain, clock)
    {
        public override void Record(PortalWrite write, Actor actor, AuditAction action, string target, string? note = null)
        {
        }
    }

    /// <summary>Holds whatever is asked for, without looking.</summary>
    private sealed class Everything : IReadOnlySet<Permission>
    {
        public int Count => 0;

        public bool Contains(Permission item) => true;

        public bool IsProperSubsetOf(IEnumerable<Permission> other) => false;

        public bool IsProperSupersetOf(IEnumerable<Permission> other) => true;

        public bool IsSubsetOf(IEnumerable<Permission> other) => false;

        public bool IsSupersetOf(IEnumerable<Permission> other) => true;

        public bool Overlaps(IEnumerable<Permission> other) => true;

        public bool SetEquals(IEnumerable<Permission> other) => false;

        public IEnumerator<Permission> GetEnumerator() => Enumerable.Empty<Permission>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
