using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Budgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BudgetCaps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Period = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Most = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetCaps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BudgetUses",
                columns: table => new
                {
                    CapId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Launches = table.Column<int>(type: "INTEGER", nullable: false),
                    UnderWay = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BudgetUses", x => new { x.CapId, x.Since, x.Person });
                    table.ForeignKey(
                        name: "FK_BudgetUses_BudgetCaps_CapId",
                        column: x => x.CapId,
                        principalTable: "BudgetCaps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BudgetCaps_Scope_PlanId_Period",
                table: "BudgetCaps",
                columns: new[] { "Scope", "PlanId", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BudgetUses_Person",
                table: "BudgetUses",
                column: "Person",
                filter: "\"Person\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_BudgetUses_UnderWay",
                table: "BudgetUses",
                column: "UnderWay",
                filter: "\"UnderWay\" > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BudgetUses");

            migrationBuilder.DropTable(
                name: "BudgetCaps");
        }
    }
}
