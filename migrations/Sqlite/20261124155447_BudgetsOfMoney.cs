using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BudgetsOfMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By hand: the tool's way to another key leaves the transaction, and a kill in it would leave half a change.
            migrationBuilder.Sql("""
                ALTER TABLE "LedgerTotals" RENAME TO "OldLedgerTotals";
                CREATE TABLE "LedgerTotals" (
                    "Day" TEXT NOT NULL,
                    "PlanId" TEXT NOT NULL,
                    "CostCentre" TEXT NOT NULL,
                    "Type" TEXT NOT NULL,
                    "Avoidable" TEXT NOT NULL,
                    "Quantity" INTEGER NOT NULL,
                    "Amount" INTEGER NOT NULL,
                    CONSTRAINT "PK_LedgerTotals" PRIMARY KEY ("Day", "PlanId", "CostCentre", "Type", "Avoidable")
                );
                INSERT INTO "LedgerTotals" ("Day", "PlanId", "CostCentre", "Type", "Avoidable", "Quantity", "Amount")
                SELECT "Day", "PlanId", "CostCentre", "Type", 'None', "Quantity", "Amount" FROM "OldLedgerTotals";
                DROP TABLE "OldLedgerTotals";
                """);

            migrationBuilder.DropIndex(
                name: "IX_BudgetCaps_Scope_PlanId_Period",
                table: "BudgetCaps");

            migrationBuilder.AddColumn<long>(
                name: "MayCost",
                table: "VerifyTokens",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Avoidable",
                table: "LedgerEntries",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<long>(
                name: "Holding",
                table: "BudgetUses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "BudgetCaps",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "Launches");

            migrationBuilder.CreateTable(
                name: "CallPackages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Units = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CallPackages", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_VerifyTokens_MintedAtUtc",
                table: "VerifyTokens",
                column: "MintedAtUtc",
                filter: "\"EndedAtUtc\" IS NULL AND \"MayCost\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_Avoidable_BookedAtUtc_Id",
                table: "LedgerEntries",
                columns: new[] { "Avoidable", "BookedAtUtc", "Id" },
                filter: "\"Avoidable\" <> 'None'");

            migrationBuilder.CreateIndex(
                name: "IX_BudgetCaps_Scope_PlanId_Period_Unit",
                table: "BudgetCaps",
                columns: new[] { "Scope", "PlanId", "Period", "Unit" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CallPackages");

            migrationBuilder.DropIndex(
                name: "IX_VerifyTokens_MintedAtUtc",
                table: "VerifyTokens");

            migrationBuilder.DropPrimaryKey(
                name: "PK_LedgerTotals",
                table: "LedgerTotals");

            migrationBuilder.DropIndex(
                name: "IX_LedgerEntries_Avoidable_BookedAtUtc_Id",
                table: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_BudgetCaps_Scope_PlanId_Period_Unit",
                table: "BudgetCaps");

            migrationBuilder.DropColumn(
                name: "MayCost",
                table: "VerifyTokens");

            migrationBuilder.DropColumn(
                name: "Avoidable",
                table: "LedgerTotals");

            migrationBuilder.DropColumn(
                name: "Avoidable",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "Holding",
                table: "BudgetUses");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "BudgetCaps");

            migrationBuilder.AddPrimaryKey(
                name: "PK_LedgerTotals",
                table: "LedgerTotals",
                columns: new[] { "Day", "PlanId", "CostCentre", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetCaps_Scope_PlanId_Period",
                table: "BudgetCaps",
                columns: new[] { "Scope", "PlanId", "Period" },
                unique: true);
        }
    }
}
