using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Months : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_ChargedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_CostCentre_ChargedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_PlanId_ChargedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_Type_ChargedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.AddColumn<DateTime>(
                name: "BookedAtUtc",
                table: "LedgerEntries",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            // No month was ever closed, so everything counts when it was charged.
            migrationBuilder.Sql("UPDATE LedgerEntries SET BookedAtUtc = ChargedAtUtc;");

            migrationBuilder.CreateTable(
                name: "BillLines",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillLines", x => new { x.Day, x.Type });
                });

            migrationBuilder.CreateTable(
                name: "BillMappings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Mapping = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BillMappings", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "LedgerMonths",
                columns: table => new
                {
                    First = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerMonths", x => x.First);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_BookedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "BookedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_CostCentre_BookedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "CostCentre", "BookedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_PlanId_BookedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "PlanId", "BookedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Type_BookedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "Type", "BookedAtUtc", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BillLines");

            migrationBuilder.DropTable(
                name: "BillMappings");

            migrationBuilder.DropTable(
                name: "Bills");

            migrationBuilder.DropTable(
                name: "LedgerMonths");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_BookedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_CostCentre_BookedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_PlanId_BookedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_Type_BookedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "BookedAtUtc",
                table: "LedgerEntries");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ChargedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "ChargedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_CostCentre_ChargedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "CostCentre", "ChargedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_PlanId_ChargedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "PlanId", "ChargedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Type_ChargedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "Type", "ChargedAtUtc", "Id" });
        }
    }
}
