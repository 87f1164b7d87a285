using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Overview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "TokenIndex",
                table: "VerifyTokens",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LogId",
                table: "EvidenceItems",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DayFacts",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Created = table.Column<int>(type: "INTEGER", nullable: false),
                    Passed = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Shape = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayFacts", x => new { x.Day, x.PlanId });
                });

            migrationBuilder.CreateTable(
                name: "DirtyDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirtyDays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "OverviewMarks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OverviewMarks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_VerifyTokens_ForgottenAtUtc",
                table: "VerifyTokens",
                column: "ForgottenAtUtc",
                filter: "\"DueUtc\" IS NOT NULL AND \"LastFault\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_VerifyTokens_TokenIndex",
                table: "VerifyTokens",
                column: "TokenIndex");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_FinishedAtUtc",
                table: "Sessions",
                column: "FinishedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_HarvestItems_DeadlineUtc",
                table: "HarvestItems",
                column: "DeadlineUtc",
                filter: "\"State\" = 'Owed'");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_LogId",
                table: "EvidenceItems",
                column: "LogId",
                filter: "\"LogId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DayFacts");

            migrationBuilder.DropTable(
                name: "DirtyDays");

            migrationBuilder.DropTable(
                name: "OverviewMarks");

            migrationBuilder.DropIndex(
                name: "IX_VerifyTokens_ForgottenAtUtc",
                table: "VerifyTokens");

            migrationBuilder.DropIndex(
                name: "IX_VerifyTokens_TokenIndex",
                table: "VerifyTokens");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_FinishedAtUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_HarvestItems_DeadlineUtc",
                table: "HarvestItems");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceItems_LogId",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "TokenIndex",
                table: "VerifyTokens");

            migrationBuilder.DropColumn(
                name: "LogId",
                table: "EvidenceItems");
        }
    }
}
