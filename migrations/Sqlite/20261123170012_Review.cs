using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Review : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ReviewCause",
                table: "Sessions",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReviewNeededAtUtc",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewerId",
                table: "Sessions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            // What waited before there was a queue has waited since it was over.
            migrationBuilder.Sql(
                """
                UPDATE "Sessions" SET "ReviewNeededAtUtc" = COALESCE("FinishedAtUtc", "CreatedAtUtc"),
                    "ReviewCause" = CASE WHEN "OtherWayAtUtc" IS NOT NULL THEN 'OtherWay' END
                WHERE "Review" = 'Needed';
                """);

            migrationBuilder.CreateTable(
                name: "ReviewDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DecidedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedPrivateReason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SuccessorId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewDecisions_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SessionNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrittenAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedText = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionNotes_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_ReviewNeededAtUtc_Id",
                table: "Sessions",
                columns: new[] { "ReviewNeededAtUtc", "Id" },
                filter: "\"ReviewNeededAtUtc\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewDecisions_SessionId_DecidedAtUtc",
                table: "ReviewDecisions",
                columns: new[] { "SessionId", "DecidedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SessionNotes_SessionId_WrittenAtUtc",
                table: "SessionNotes",
                columns: new[] { "SessionId", "WrittenAtUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReviewDecisions");

            migrationBuilder.DropTable(
                name: "SessionNotes");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_ReviewNeededAtUtc_Id",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ReviewCause",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ReviewNeededAtUtc",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ReviewerId",
                table: "Sessions");
        }
    }
}
