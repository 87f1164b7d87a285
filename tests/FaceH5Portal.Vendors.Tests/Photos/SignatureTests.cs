using System.Security.Cryptography;
using System.Text;
using FaceH5Portal.Vendors.Juhe;
using FaceH5Portal.Vendors.Linkface;
using FaceH5Portal.Vendors.Tencent;
using FaceH5Portal.Vendors.Tencent.Legacy;

namespace FaceH5Portal.Vendors.Tests.Photos;

/// <summary>Signatures and ciphers against vectors that other programs computed.</summary>
public sealed class SignatureTests
{
    private const string OpenId = "JH0123456789abcdef0123456789abcdef";
    private const string Number = "11010519491231002X";

    [Theory]
    [InlineData(Number, "SapRRYKf9v+GbaE9LjHYou8Okj+/LxunUX80KOq7ieo=")]
    [InlineData("张三", "fDbdJ3Vv5JRrWy+a3FU2/g==")]
    [InlineData("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgG", "CFP55+ceEe282cMCRMDJwr+rHMBLrzt9BR47gpXlAw9vNnVrbU8siM1X9FBVLWRO")]
    [InlineData("1234567890123456", "pYBn6QUdAvItOpD/BSiqndMXw/J8j6bt4muG4q4Glu4=")]
    [InlineData("", "0xfD8nyPpu3ia4birgaW7g==")]
    public void Juhe_encrypts_as_every_other_program_does(string plain, string expected) =>
        Assert.Equal(expected, Encrypted(plain, JuheCipher.KeyOf(OpenId)));

    [Fact]
    public void Juhe_s_key_is_sixteen_lower_case_characters_and_not_the_bytes_they_stand_for()
    {
        byte[] digest = MD5.HashData(Encoding.UTF8.GetBytes(OpenId));
        Assert.Equal("961d7934f501820f", Encoding.ASCII.GetString(JuheCipher.KeyOf(OpenId)));
        Assert.Equal("oMxuZSDxCqlMc20RE0sMUs7OiPp5pcx6bLKeuU2tp1c=", Encrypted(Number, digest));
        Assert.Equal("ktHC5d5aq8tjnTpP6Yvjeu7pT81FbmkRkT4yGIrCQoU=", Encrypted(Number, Encoding.ASCII.GetBytes(Convert.ToHexString(digest)[..16])));
    }

    [Theory]
    [InlineData("a=1250000000&b=bkt&k=AKIDTESTSECRETID0000&t=1700000000&e=1700000300", "IJZWSV7DsJs9ilm1KOGwWqqcEJJhPTEyNTAwMDAwMDAmYj1ia3Qmaz1BS0lEVEVTVFNFQ1JFVElEMDAwMCZ0PTE3MDAwMDAwMDAmZT0xNzAwMDAwMzAw")]
    [InlineData("a=1250000000&b=bkt&k=AKIDTESTSECRETID0000&e=1700000030&t=1700000000&r=123456789&f=", "Q6YbCDQOFjUkSS56PeJXy2aiWAFhPTEyNTAwMDAwMDAmYj1ia3Qmaz1BS0lEVEVTVFNFQ1JFVElEMDAwMCZlPTE3MDAwMDAwMzAmdD0xNzAwMDAwMDAwJnI9MTIzNDU2Nzg5JmY9")]
    [InlineData("a=1250000000&k=AKIDTESTSECRETID0000&e=1700000100&t=1700000000&r=38908&u=0&f=", "7Az6v31Ac8KMqDuCDb6KPcea1z1hPTEyNTAwMDAwMDAmaz1BS0lEVEVTVFNFQ1JFVElEMDAwMCZlPTE3MDAwMDAxMDAmdD0xNzAwMDAwMDAwJnI9Mzg5MDgmdT0wJmY9")]
    [InlineData("a=1250000000&b=bkt&k=AKIDTESTSECRETID0000&e=1702592000&t=1700000000&r=11162&u=0&f=", "I1Cyq27FtFw7ihYsE4pm9F1+HhZhPTEyNTAwMDAwMDAmYj1ia3Qmaz1BS0lEVEVTVFNFQ1JFVElEMDAwMCZlPTE3MDI1OTIwMDAmdD0xNzAwMDAwMDAwJnI9MTExNjImdT0wJmY9")]
    public void Tencent_s_retired_signature_holds_for_every_order_of_fields(string plain, string expected) =>
        Assert.Equal(expected, TencentLegacySignature.Sign(plain, "TESTSECRETKEY0000"));

    [Fact]
    public void Ours_is_in_the_order_of_the_official_Python_client()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        Assert.Equal(
            "a=1250000000&b=bkt&k=AKIDTESTSECRETID0000&e=1700000030&t=1700000000&r=123456789&f=",
            TencentLegacySignature.ForMany("1250000000", "bkt", "AKIDTESTSECRETID0000", now, TimeSpan.FromSeconds(30), 123456789));
        Assert.Equal(
            "a=1250000000&k=AKIDTESTSECRETID0000&e=0&t=1700000000&r=1&f=a-file",
            TencentLegacySignature.ForOne("1250000000", null, "AKIDTESTSECRETID0000", now, 1, "a-file"));
    }

    [Fact]
    public void Tc3_gives_the_vendor_s_own_example()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}""");
        string stars = new('*', 32);
        (string, string)[] headers = [("content-type", "application/json; charset=utf-8"), ("host", "cvm.tencentcloudapi.com"), ("x-tc-action", "DescribeInstances")];
        Assert.Equal("7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84", HashOf(Tc3Signature.Canonical(headers, body)));
        Assert.Equal(
            $"TC3-HMAC-SHA256 Credential=AKID{stars}/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, "
            + "Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f",
            Tc3Signature.Authorization(("AKID" + stars, stars), "cvm", DateTimeOffset.FromUnixTimeSeconds(1_551_113_065), headers, body));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", "a30d722489b90c31d824ab2a426d3427efc3ed82bae26bb71cb1d832f7eff1a0", "f69d40e97f07a1273ed68d05a31476ea90eadd607fdb7c0171fc8a00d85eac53")]
    [InlineData("application/json", "0145bd5d162fda1cdefd5016844e98b0b13ebfb625cd15125e0455e838f803bb", "0c53291b1344f359430b9a2c4c47c2539eafa43fa24409b7d0e50a5fd8af792e")]
    public void Tc3_signs_the_content_type_that_is_sent(string contentType, string canonical, string signature)
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"IdCard":"{{Number}}","Name":"张三","ImageBase64":"/9j/4AAQ"}""");
        (string, string)[] headers = [("content-type", contentType), ("host", "faceid.tencentcloudapi.com")];
        Assert.Equal(canonical, HashOf(Tc3Signature.Canonical(headers, body)));
        string authorization = Tc3Signature.Authorization(
            ("AKIDTESTSECRETID0000", "TESTSECRETKEY0000"), "faceid", DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), headers, body);
        Assert.EndsWith("Signature=" + signature, authorization, StringComparison.Ordinal);
        Assert.Contains("/2023-11-14/faceid/", authorization, StringComparison.Ordinal);
    }

    [Fact]
    public void Tc3_counts_the_days_of_UTC_between_midnight_and_eight_in_Beijing()
    {
        var atThreeInBeijing = new DateTimeOffset(2023, 11, 15, 3, 0, 0, TimeSpan.FromHours(8));
        Assert.Contains("/2023-11-14/", Tc3Signature.Authorization(("id", "key"), "faceid", atThreeInBeijing, [("host", "h")], []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "1700000000000", "701c640954a9307313a2d09c7c1ad835e2ab9d43ba8d2e48b02604ed1cb67b1a")]
    [InlineData(true, "1700000000", "d3b5e36e1bcde1c8b07c58875e0f629e447ebf76510099cbccfcba592c316cd9")]
    public void Linkface_hashes_account_secret_and_timestamp(bool inSeconds, string timestamp, string sign)
    {
        Assert.Equal(timestamp, LinkfaceSignature.Timestamp(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), inSeconds));
        Assert.Equal(sign, LinkfaceSignature.Of("lf_test_api_id", "lf_test_api_secret", timestamp));
    }

    private static string HashOf(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private static string Encrypted(string plain, byte[] key) => Convert.ToBase64String(JuheCipher.Encrypt(Encoding.UTF8.GetBytes(plain), key));
}
