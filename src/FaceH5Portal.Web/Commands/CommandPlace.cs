using System.CommandLine;
using FaceH5Portal.Core;
using FaceH5Portal.Core.Auditing;
using FaceH5Portal.Core.Backups;
using FaceH5Portal.Core.Data;
using FaceH5Portal.Core.Subjects;
using FaceH5Portal.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace FaceH5Portal.Web.Commands;

/// <summary>The portal's settings, keys and files, found as the portal itself finds them.</summary>
internal sealed record CommandPlace(WebApplicationBuilder Builder, PortalSettings Settings, MasterKeyRing? Keys, string Database)
{
    /// <exception cref="PortalStartException">A setting or a key is there and cannot be used.</exception>
    public static CommandPlace Find(ParseResult parsed)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. parsed.UnmatchedTokens],
            ContentRootPath = ContentRoot.Find(),
        });
        var settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        var database = Path.GetFullPath(new SqliteConnectionStringBuilder(settings.Database).DataSource, builder.Environment.ContentRootPath);
        return new CommandPlace(builder, settings, MasterKeys.Load(builder, create: false), database);
    }

    /// <exception cref="PortalStartException">There is none.</exception>
    public MasterKeyRing NeededKeys => Keys ?? throw new PortalStartException("Nothing can be told from the database without the master key: set Portal:MasterKey or Portal:MasterKeyFile.");

    /// <exception cref="PortalStartException">There is no such file.</exception>
    public string NeededDatabase => File.Exists(Database) ? Database : throw new PortalStartException($"There is no database at {Database}.");

    /// <summary>Without keys and settings.</summary>
    public override string ToString() => Database;

    /// <param name="readOnly">For who only reads, beside a running portal too.</param>
    /// <param name="also">What a command needs beside the core.</param>
    public ServiceProvider Open(bool readOnly, Action<IServiceCollection>? also = null)
    {
        var services = new ServiceCollection().AddLogging()
            .AddPortalData(readOnly ? $"Data Source={Database};Mode=ReadOnly" : $"Data Source={Database}", Builder.Environment.ContentRootPath, "FaceH5Portal.Migrations.Sqlite")
            .AddSingleton(new AuditFolder(Settings.AuditDirectory))
            .AddSingleton(new BackupShelf(Settings.BackupDirectory))
            .AddPortalCore(NeededKeys, Settings.PublicBaseUrl);
        also?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
