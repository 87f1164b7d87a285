using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Pricing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_ChargedAtUtc",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_VerifyTokenId_Order_Type",
                table: "LedgerEntries");

            migrationBuilder.AddColumn<long>(
                name: "Amount",
                table: "LedgerEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "CostCentre",
                table: "LedgerEntries",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PlanId",
                table: "LedgerEntries",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "LedgerEntries",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReversesId",
                table: "LedgerEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "LedgerEntries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "LedgerTotals",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CostCentre = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerTotals", x => new { x.Day, x.PlanId, x.CostCentre, x.Type });
                });

            migrationBuilder.CreateTable(
                name: "PriceLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Terms = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceLists", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PriceVolumes",
                columns: table => new
                {
                    PriceListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Units = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceVolumes", x => new { x.PriceListId, x.Type, x.Month });
                });

            // Whose a charge is was only known through its session, and what it came to only by counting. Cost centres begin now.
            migrationBuilder.Sql(
                """
                UPDATE LedgerEntries SET Amount = UnitPrice * Quantity,
                    PlanId = (SELECT PlanId FROM Sessions WHERE Sessions.Id = LedgerEntries.SessionId);
                INSERT INTO LedgerTotals (Day, PlanId, CostCentre, Type, Quantity, Amount)
                SELECT date(ChargedAtUtc, '+8 hours'), PlanId, CostCentre, Type, SUM(Quantity), SUM(Amount)
                FROM LedgerEntries GROUP BY 1, 2, 3, 4;
                """);

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
                name: "IX_LedgerEntries_ReversesId",
                table: "LedgerEntries",
                column: "ReversesId",
                unique: true,
                filter: "\"ReversesId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Type_ChargedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "Type", "ChargedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_VerifyTokenId_Order_Type_Revision",
                table: "LedgerEntries",
                columns: new[] { "VerifyTokenId", "Order", "Type", "Revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LedgerTotals");

            migrationBuilder.DropTable(
                name: "PriceLists");

            migrationBuilder.DropTable(
                name: "PriceVolumes");

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
                name: "IX_LedgerEntries_ReversesId",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_Type_ChargedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_VerifyTokenId_Order_Type_Revision",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "Amount",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "CostCentre",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "PlanId",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "ReversesId",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "LedgerEntries");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_ChargedAtUtc",
                table: "LedgerEntries",
                column: "ChargedAtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_VerifyTokenId_Order_Type",
                table: "LedgerEntries",
                columns: new[] { "VerifyTokenId", "Order", "Type" },
                unique: true);
        }
    }
}
