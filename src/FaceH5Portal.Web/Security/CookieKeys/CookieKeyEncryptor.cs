using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FaceH5Portal.Core.Subjects;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace FaceH5Portal.Web.Security.CookieKeys;

/// <summary>Wraps the secret part of a cookie key under the newest master key, whose version stands beside it.</summary>
internal sealed class CookieKeyEncryptor(KeyWrapping wrapping) : IXmlEncryptor
{
    public const string Context = "cookie-key";
    public const string VersionName = "masterKey";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var wrapped = new XElement("wrapped",
            new XAttribute(VersionName, wrapping.Version.ToString(CultureInfo.InvariantCulture)),
            Convert.ToBase64String(wrapping.Wrap(plain, Context)));
        return new EncryptedXmlInfo(wrapped, typeof(CookieKeyDecryptor));
    }
}

/// <summary>Made by the framework, which found its name in the key's file.</summary>
internal sealed class CookieKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var version = (int)encryptedElement.Attribute(CookieKeyEncryptor.VersionName)!;
        var plain = services.GetRequiredService<KeyWrapping>()
            .Unwrap(version, Convert.FromBase64String(encryptedElement.Value), CookieKeyEncryptor.Context);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
