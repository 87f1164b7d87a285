using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OrdersWithArchive : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sessions_CreatedAtUtc_Id",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Harvest_CreatedAtUtc_Id",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_LinkExpiresUtc_Id",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_PlanId_CreatedAtUtc_Id",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Reference_CreatedAtUtc_Id",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Review_CreatedAtUtc_Id",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Status_CreatedAtUtc_Id",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Status_LinkExpiresUtc_Id",
                table: "Sessions");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions",
                columns: new[] { "CreatedAtUtc", "Id", "ArchivedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Harvest_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions",
                columns: new[] { "Harvest", "CreatedAtUtc", "Id", "ArchivedAtUtc" },
                filter: "\"Harvest\" <> 'Complete'");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_LinkExpiresUtc_Id_ArchivedAtUtc",
                table: "Sessions",
                columns: new[] { "LinkExpiresUtc", "Id", "ArchivedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_PlanId_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions",
                columns: new[] { "PlanId", "CreatedAtUtc", "Id", "ArchivedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Reference_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions",
                columns: new[] { "Reference", "CreatedAtUtc", "Id", "ArchivedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Review_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions",
                columns: new[] { "Review", "CreatedAtUtc", "Id", "ArchivedAtUtc" },
                filter: "\"Review\" <> 'None'");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Status_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions",
                columns: new[] { "Status", "CreatedAtUtc", "Id", "ArchivedAtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Status_LinkExpiresUtc_Id_ArchivedAtUtc",
                table: "Sessions",
                columns: new[] { "Status", "LinkExpiresUtc", "Id", "ArchivedAtUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sessions_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Harvest_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_LinkExpiresUtc_Id_ArchivedAtUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_PlanId_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Reference_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Review_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Status_CreatedAtUtc_Id_ArchivedAtUtc",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Status_LinkExpiresUtc_Id_ArchivedAtUtc",
                table: "Sessions");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_CreatedAtUtc_Id",
                table: "Sessions",
                columns: new[] { "CreatedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Harvest_CreatedAtUtc_Id",
                table: "Sessions",
                columns: new[] { "Harvest", "CreatedAtUtc", "Id" },
                filter: "\"Harvest\" <> 'Complete'");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_LinkExpiresUtc_Id",
                table: "Sessions",
                columns: new[] { "LinkExpiresUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_PlanId_CreatedAtUtc_Id",
                table: "Sessions",
                columns: new[] { "PlanId", "CreatedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Reference_CreatedAtUtc_Id",
                table: "Sessions",
                columns: new[] { "Reference", "CreatedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Review_CreatedAtUtc_Id",
                table: "Sessions",
                columns: new[] { "Review", "CreatedAtUtc", "Id" },
                filter: "\"Review\" <> 'None'");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Status_CreatedAtUtc_Id",
                table: "Sessions",
                columns: new[] { "Status", "CreatedAtUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Status_LinkExpiresUtc_Id",
                table: "Sessions",
                columns: new[] { "Status", "LinkExpiresUtc", "Id" });
        }
    }
}
