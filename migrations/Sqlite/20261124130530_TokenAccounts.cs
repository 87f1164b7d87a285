using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TokenAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TokenAccounts",
                columns: table => new
                {
                    VerifyTokenId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    JudgedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TokenAccounts", x => x.VerifyTokenId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TokenAccounts_SessionId",
                table: "TokenAccounts",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_TokenAccounts_State_OpenedAtUtc_VerifyTokenId",
                table: "TokenAccounts",
                columns: new[] { "State", "OpenedAtUtc", "VerifyTokenId" },
                filter: "\"State\" NOT IN ('Matched', 'Open')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TokenAccounts");
        }
    }
}
