using System.Text;

namespace RevBot.Intents.ImportData;

/// <summary>Finds how a file's letters are written: UTF-8 or UTF-16 with a mark, UTF-8 without one when all of it is valid, else Windows-1252 (what Excel writes in the West).</summary>
internal static class FileEncoding
{
    public static Encoding Detect(string path)
    {
        using var stream = File.OpenRead(path);
        var buffer = new byte[1 << 16];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        switch (buffer.AsSpan(0, read))
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return Encoding.UTF8;
            case [0xFF, 0xFE, ..]:
            case [not 0, 0, not 0, 0, ..]:
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
            case [0, not 0, 0, not 0, ..]:
                return Encoding.BigEndianUnicode;
        }

        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var letters = new char[buffer.Length + 4];
        try
        {
            while (read > 0)
            {
                decoder.GetChars(buffer, 0, read, letters, 0, flush: false);
                read = stream.Read(buffer);
            }

            decoder.GetChars(buffer, 0, 0, letters, 0, flush: true);
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;
        }
    }
}
