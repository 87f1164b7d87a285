using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Privacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "HeldAtUtc",
                table: "Subjects",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "IdentityUntilUtc",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ScoresUntilUtc",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeletionRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    RanAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Sessions = table.Column<int>(type: "INTEGER", nullable: false),
                    Items = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Kinds = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletionRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HeadCountMarks",
                columns: table => new
                {
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    ReachedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeadCountMarks", x => x.Level);
                });

            migrationBuilder.CreateTable(
                name: "ImpactAssessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TermsSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Necessity = table.Column<string>(type: "TEXT", nullable: false),
                    Risks = table.Column<string>(type: "TEXT", nullable: false),
                    Measures = table.Column<string>(type: "TEXT", nullable: false),
                    AssessedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AssessedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactAssessments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalHolds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PlacedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PlacedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LiftedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LiftedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalHolds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Looks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeenAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EvidenceId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Looks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NoticeVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Chinese = table.Column<string>(type: "TEXT", nullable: false),
                    English = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ChangedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeVersions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "PictureReveals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AskedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SettledBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    UntilUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PictureReveals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubjectRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReceivedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SealedWords = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedAnswer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SettledBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SettledAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubjectRequests", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_IdentityUntilUtc",
                table: "Sessions",
                column: "IdentityUntilUtc",
                filter: "\"IdentityUntilUtc\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_ScoresUntilUtc",
                table: "Sessions",
                column: "ScoresUntilUtc",
                filter: "\"ScoresUntilUtc\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_Kind_SubjectId",
                table: "EvidenceItems",
                columns: new[] { "Kind", "SubjectId" },
                filter: "\"BlobId\" IS NOT NULL AND \"Kind\" <> 'Answer'");

            migrationBuilder.CreateIndex(
                name: "IX_DeletionRuns_RanAtUtc",
                table: "DeletionRuns",
                column: "RanAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactAssessments_PlanId_AssessedAtUtc",
                table: "ImpactAssessments",
                columns: new[] { "PlanId", "AssessedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalHolds_PlacedAtUtc",
                table: "LegalHolds",
                column: "PlacedAtUtc",
                filter: "\"LiftedAtUtc\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LegalHolds_SessionId",
                table: "LegalHolds",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_Looks_SessionId_SeenAtUtc",
                table: "Looks",
                columns: new[] { "SessionId", "SeenAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PictureReveals_SessionId_UntilUtc",
                table: "PictureReveals",
                columns: new[] { "SessionId", "UntilUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_PictureReveals_UntilUtc",
                table: "PictureReveals",
                column: "UntilUtc",
                filter: "\"State\" = 'Asked'");

            migrationBuilder.CreateIndex(
                name: "IX_SubjectRequests_SessionId",
                table: "SubjectRequests",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_SubjectRequests_State_DueOn",
                table: "SubjectRequests",
                columns: new[] { "State", "DueOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeletionRuns");

            migrationBuilder.DropTable(
                name: "HeadCountMarks");

            migrationBuilder.DropTable(
                name: "ImpactAssessments");

            migrationBuilder.DropTable(
                name: "LegalHolds");

            migrationBuilder.DropTable(
                name: "Looks");

            migrationBuilder.DropTable(
                name: "NoticeVersions");

            migrationBuilder.DropTable(
                name: "PictureReveals");

            migrationBuilder.DropTable(
                name: "SubjectRequests");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_IdentityUntilUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_ScoresUntilUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceItems_Kind_SubjectId",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "HeldAtUtc",
                table: "Subjects");

            migrationBuilder.DropColumn(
                name: "IdentityUntilUtc",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ScoresUntilUtc",
                table: "Sessions");
        }
    }
}
