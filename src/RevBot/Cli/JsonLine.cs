using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevBot.Cli;

/// <summary>One line of JSON as every verb prints it: letters and signs as people write them, not as escapes.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonObject json) => json.ToJsonString(Readable);
}
