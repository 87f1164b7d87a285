using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PhotoChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A table of its own instead of another key: rebuilding one would leave the upgrade's transaction.
            migrationBuilder.CreateTable(
                name: "VendorBills",
                columns: table => new
                {
                    Vendor = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    First = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ImportedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ImportedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VendorBills", x => new { x.Vendor, x.First });
                });

            migrationBuilder.Sql("""
                INSERT INTO "VendorBills" ("Vendor", "First", "Sha256", "ImportedBy", "ImportedAtUtc")
                SELECT 'Baidu', "First", "Sha256", "ImportedBy", "ImportedAtUtc" FROM "Bills"
                """);

            migrationBuilder.DropTable(
                name: "Bills");

            migrationBuilder.CreateTable(
                name: "PhotoChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InsteadCause = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Vendor = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsBest = table.Column<bool>(type: "INTEGER", nullable: false),
                    Tried = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    RequestedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConsentVersion = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ConsentSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ConsentLanguage = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ConsentedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PhotoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AskedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    Sent = table.Column<string>(type: "TEXT", nullable: false),
                    SentSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AnswerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ErrorKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Message = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Score = table.Column<double>(type: "REAL", nullable: true),
                    Scale = table.Column<int>(type: "INTEGER", nullable: true),
                    Threshold = table.Column<double>(type: "REAL", nullable: true),
                    Charged = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RetryWith = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    RequestId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    MayCost = table.Column<long>(type: "INTEGER", nullable: true),
                    SettledBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SettledReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PhotoChecks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PhotoChecks_AskedAtUtc",
                table: "PhotoChecks",
                column: "AskedAtUtc",
                filter: "\"MayCost\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PhotoChecks_CreatedAtUtc_Id",
                table: "PhotoChecks",
                columns: new[] { "CreatedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PhotoChecks_GroupId",
                table: "PhotoChecks",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_PhotoChecks_Reference_CreatedAtUtc_Id",
                table: "PhotoChecks",
                columns: new[] { "Reference", "CreatedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_PhotoChecks_SessionId",
                table: "PhotoChecks",
                column: "SessionId",
                filter: "\"SessionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PhotoChecks_State_CreatedAtUtc_Id",
                table: "PhotoChecks",
                columns: new[] { "State", "CreatedAtUtc", "Id" },
                filter: "\"State\" <> 'Answered'");

            migrationBuilder.CreateIndex(
                name: "IX_PhotoChecks_SubjectId",
                table: "PhotoChecks",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_PhotoChecks_Vendor_CreatedAtUtc_Id",
                table: "PhotoChecks",
                columns: new[] { "Vendor", "CreatedAtUtc", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PhotoChecks");

            migrationBuilder.CreateTable(
                name: "Bills",
                columns: table => new
                {
                    First = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ImportedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ImportedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bills", x => x.First);
                });

            migrationBuilder.Sql("""
                INSERT INTO "Bills" ("First", "Sha256", "ImportedBy", "ImportedAtUtc")
                SELECT "First", "Sha256", "ImportedBy", "ImportedAtUtc" FROM "VendorBills" WHERE "Vendor" = 'Baidu'
                """);

            migrationBuilder.DropTable(
                name: "VendorBills");
        }
    }
}
