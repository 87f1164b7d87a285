using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NothingLost : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_HarvestItems_VerifyTokenId_AttemptOrder_Kind",
                table: "HarvestItems");

            migrationBuilder.AddColumn<string>(
                name: "RiskTakenBy",
                table: "VerifyTokens",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAtUtc",
                table: "Subjects",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResolvedBy",
                table: "Sessions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResolvedReason",
                table: "Sessions",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnUrl",
                table: "Sessions",
                type: "TEXT",
                maxLength: 512,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatedPurpose",
                table: "Sessions",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosedBy",
                table: "HarvestItems",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosedReason",
                table: "HarvestItems",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Part",
                table: "HarvestItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "SettledAtUtc",
                table: "HarvestItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OriginalSha256",
                table: "EvidenceItems",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "IdempotencyRecords",
                columns: table => new
                {
                    ActorId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BodyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TargetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecords", x => new { x.ActorId, x.Route, x.KeyHash });
                });

            migrationBuilder.CreateTable(
                name: "IndexKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MasterKeyVersion = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexKeys", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Subjects_MasterKeyVersion",
                table: "Subjects",
                column: "MasterKeyVersion");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_CreatedAtUtc_Id",
                table: "Sessions",
                columns: new[] { "CreatedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Reference",
                table: "Sessions",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_HarvestItems_VerifyTokenId_AttemptOrder_Kind_Part",
                table: "HarvestItems",
                columns: new[] { "VerifyTokenId", "AttemptOrder", "Kind", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_SubjectId",
                table: "EvidenceItems",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecords_RecordedAtUtc",
                table: "IdempotencyRecords",
                column: "RecordedAtUtc");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IdempotencyRecords");

            migrationBuilder.DropTable(
                name: "IndexKeys");

            migrationBuilder.DropIndex(
                name: "IX_Subjects_MasterKeyVersion",
                table: "Subjects");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_CreatedAtUtc_Id",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Reference",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_HarvestItems_VerifyTokenId_AttemptOrder_Kind_Part",
                table: "HarvestItems");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceItems_SubjectId",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "RiskTakenBy",
                table: "VerifyTokens");

            migrationBuilder.DropColumn(
                name: "ErasedAtUtc",
                table: "Subjects");

            migrationBuilder.DropColumn(
                name: "ResolvedBy",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ResolvedReason",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ReturnUrl",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "StatedPurpose",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ClosedBy",
                table: "HarvestItems");

            migrationBuilder.DropColumn(
                name: "ClosedReason",
                table: "HarvestItems");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "HarvestItems");

            migrationBuilder.DropColumn(
                name: "SettledAtUtc",
                table: "HarvestItems");

            migrationBuilder.DropColumn(
                name: "OriginalSha256",
                table: "EvidenceItems");

            migrationBuilder.CreateIndex(
                name: "IX_HarvestItems_VerifyTokenId_AttemptOrder_Kind",
                table: "HarvestItems",
                columns: new[] { "VerifyTokenId", "AttemptOrder", "Kind" },
                unique: true);
        }
    }
}
