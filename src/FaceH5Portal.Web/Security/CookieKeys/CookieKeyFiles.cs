using System.Security.Cryptography;
using System.Xml.Linq;
using FaceH5Portal.Core.Subjects;

namespace FaceH5Portal.Web.Security.CookieKeys;

/// <summary>
/// At each start the cookie keys that an older master key wraps, or none, are wrapped anew: an older master key may
/// then be taken out without a person losing their visit.
/// </summary>
internal sealed class CookieKeyFiles(string folder, KeyWrapping wrapping, IServiceProvider services)
{
    private static readonly XNamespace Framework = "http://schemas.asp.net/2015/03/dataProtection";

    private readonly CookieKeyEncryptor encryptor = new(wrapping);

    public void WrapAnew()
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var path in Directory.GetFiles(folder, "key-*.xml"))
        {
            var key = XDocument.Load(path);
            if (WrapAnew(key))
                Replace(path, key);
        }
    }

    private bool WrapAnew(XDocument key)
    {
        var plain = key.Descendants().Where(element => (bool?)element.Attribute(Framework + "requiresEncryption") == true).ToList();
        foreach (var secret in plain)
            secret.ReplaceWith(new XElement(Framework + "encryptedSecret",
                new XAttribute("decryptorType", typeof(CookieKeyDecryptor).AssemblyQualifiedName!), encryptor.Encrypt(secret).EncryptedElement));
        var old = key.Descendants("wrapped").Where(element => (int?)element.Attribute(CookieKeyEncryptor.VersionName) < wrapping.Version).ToList();
        return old.Count(TryWrapAnew) + plain.Count > 0;
    }

    private bool TryWrapAnew(XElement wrapped)
    {
        try
        {
            wrapped.ReplaceWith(encryptor.Encrypt(new CookieKeyDecryptor(services).Decrypt(wrapped)).EncryptedElement);
            return true;
        }
        catch (CryptographicException)
        {
            // Its master key is gone, and its cookies with it; the framework makes a new key and says so.
            return false;
        }
    }

    // A kill leaves the old file or the new one.
    private static void Replace(string path, XDocument key)
    {
        var beside = path + ".new";
        key.Save(beside);
        File.Move(beside, path, overwrite: true);
    }
}
