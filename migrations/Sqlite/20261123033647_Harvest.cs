using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Harvest : Migration
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

            migrationBuilder.CreateIndex(
                name: "IX_HarvestItems_VerifyTokenId_AttemptOrder_Kind_Part",
                table: "HarvestItems",
                columns: new[] { "VerifyTokenId", "AttemptOrder", "Kind", "Part" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_HarvestItems_VerifyTokenId_AttemptOrder_Kind_Part",
                table: "HarvestItems");

            migrationBuilder.DropColumn(
                name: "RiskTakenBy",
                table: "VerifyTokens");

            migrationBuilder.DropColumn(
                name: "ResolvedBy",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ResolvedReason",
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

            migrationBuilder.CreateIndex(
                name: "IX_HarvestItems_VerifyTokenId_AttemptOrder_Kind",
                table: "HarvestItems",
                columns: new[] { "VerifyTokenId", "AttemptOrder", "Kind" },
                unique: true);
        }
    }
}
