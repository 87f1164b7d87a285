using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FaceH5Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BlobWithItsItem : Migration
    {
        // EF would copy the table in several transactions, and a kill between two of them leaves a database that no later
        // start can migrate. Each of these is one.

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            DELETE FROM "EvidenceBlobs" WHERE "Id" NOT IN (SELECT "BlobId" FROM "EvidenceItems" WHERE "BlobId" IS NOT NULL);
            DROP INDEX "IX_EvidenceBlobs_StoredAtUtc";
            ALTER TABLE "EvidenceBlobs" DROP COLUMN "StoredAtUtc";
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            ALTER TABLE "EvidenceBlobs" ADD COLUMN "StoredAtUtc" TEXT NOT NULL DEFAULT '0001-01-01 00:00:00';
            CREATE INDEX "IX_EvidenceBlobs_StoredAtUtc" ON "EvidenceBlobs" ("StoredAtUtc");
            """);
    }
}
