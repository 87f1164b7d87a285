using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SessionList : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sessions_Reference",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Status_LinkExpiresUtc",
                table: "Sessions");

            migrationBuilder.AddColumn<string>(
                name: "NameIndex",
                table: "Subjects",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Subjects_Id",
                table: "Subjects",
                column: "Id",
                filter: "\"SealedName\" IS NOT NULL AND \"NameIndex\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Subjects_NameIndex",
                table: "Subjects",
                column: "NameIndex");

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

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_SubjectId",
                table: "Sessions",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_VerifyLogId",
                table: "Attempts",
                column: "VerifyLogId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_Owner_Name",
                table: "SavedViews",
                columns: new[] { "Owner", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropIndex(
                name: "IX_Subjects_Id",
                table: "Subjects");

            migrationBuilder.DropIndex(
                name: "IX_Subjects_NameIndex",
                table: "Subjects");

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

            migrationBuilder.DropIndex(
                name: "IX_Sessions_SubjectId",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_VerifyLogId",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "NameIndex",
                table: "Subjects");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Reference",
                table: "Sessions",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Status_LinkExpiresUtc",
                table: "Sessions",
                columns: new[] { "Status", "LinkExpiresUtc" });
        }
    }
}
