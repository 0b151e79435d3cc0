using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace RevBot.Manifests;

/// <summary>The zip an admin uploads to Teams: the manifest and its icons, at the root. The same values give the same bytes.</summary>
internal static class AppPackage
{
    private const string Manifest = "manifest.json";

    private static readonly string[] Icons = ["color.png", "outline.png"];

    private static readonly DateTimeOffset Packed = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Guid appId, string domain, string version)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, Manifest, Encoding.UTF8.GetBytes(ManifestTemplate.Teams(appId, domain, version)));
            foreach (var icon in Icons)
            {
                Add(archive, icon, ManifestTemplate.Bytes($"teams/{icon}"));
            }
        }

        return zip.ToArray();
    }

    /// <summary>What a package says of itself; null when it is none.</summary>
    public static PackedApp? Read(string file)
    {
        try
        {
            using var archive = ZipFile.OpenRead(file);
            using var reader = new StreamReader(archive.GetEntry(Manifest)?.Open() ?? Stream.Null);
            var text = reader.ReadToEnd();
            using var manifest = JsonDocument.Parse(text);
            var root = manifest.RootElement;
            return new PackedApp(
                root.GetProperty("bots")[0].GetProperty("botId").GetString() ?? string.Empty,
                root.GetProperty("validDomains")[0].GetString() ?? string.Empty,
                root.GetProperty("version").GetString() ?? string.Empty,
                text);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Packed;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
