using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Journey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "SealedBirthDate",
                table: "Subjects",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "GuardianConsented",
                table: "Sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "OtherWayAtUtc",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedContact",
                table: "Sessions",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAtUtc",
                table: "Sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedGuardian",
                table: "Consents",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ConsentTexts",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentTexts", x => x.Sha256);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConsentTexts");

            migrationBuilder.DropColumn(
                name: "SealedBirthDate",
                table: "Subjects");

            migrationBuilder.DropColumn(
                name: "GuardianConsented",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "OtherWayAtUtc",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "SealedContact",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "WithdrawnAtUtc",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "SealedGuardian",
                table: "Consents");
        }
    }
}
