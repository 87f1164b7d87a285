using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class UnknownCharge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Replace(migrationBuilder, "NULL", "\"IsCharged\"");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Replace(migrationBuilder, "NOT NULL DEFAULT 0", "COALESCE(\"IsCharged\", 0)");

        // EF would alter the column by copying the table in several transactions, and a kill between two of them leaves a
        // database that no later start can migrate. This is one.
        private static void Replace(MigrationBuilder migrationBuilder, string nullability, string value) => migrationBuilder.Sql($"""
            ALTER TABLE "Attempts" ADD COLUMN "NewIsCharged" INTEGER {nullability};
            UPDATE "Attempts" SET "NewIsCharged" = {value};
            ALTER TABLE "Attempts" DROP COLUMN "IsCharged";
            ALTER TABLE "Attempts" RENAME COLUMN "NewIsCharged" TO "IsCharged";
            """);
    }
}
