using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using RevBot.Conversation.AuditLog;
using RevBot.Intents.ImportData;

namespace RevBot.Intents.ExportData;

/// <summary>Writes the audit log as it is stored, one entry a line; that it was asked for is an entry itself, and the last one of what is written.</summary>
public sealed class AuditExporter(IAuditLog log, TimeProvider time)
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Columns =
        ["number", "at", "kind", "door", "actor", "person", "room", "turn", "intent", "class", "reading", "deals", "written", "previous", "hash", "seal"];

    /// <summary>Returns how many entries were written.</summary>
    /// <param name="from">Null for the first.</param>
    /// <param name="until">The moment after the last; null for all there are.</param>
    /// <param name="span">The days asked for, in words.</param>
    public async Task<int> RunAsync(TextWriter writer, bool asCsv, DateTimeOffset? from, DateTimeOffset? until, string span, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        await log.AppendAsync(AuditEntry.ByOperator(AuditKind.Export, "audit-export", $"audit log{span} as {(asCsv ? "csv" : "jsonl")}", time.GetUtcNow()), cancellationToken);
        var rows = 0;
        await using var csv = asCsv ? new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true) : null;
        if (csv is not null)
        {
            await WriteAsync(csv, Columns);
        }

        await foreach (var record in log.ReadAsync(from, until, cancellationToken))
        {
            rows++;
            if (csv is not null)
            {
                await WriteAsync(csv, [.. Values(record).Select(value => SpreadsheetText.Guard(value?.ToString()))]);
            }
            else
            {
                await writer.WriteLineAsync(new JsonObject(Columns.Zip(Values(record), KeyValuePair.Create)).ToJsonString(AsWritten).AsMemory(), cancellationToken);
            }
        }

        return rows;
    }

    private static JsonNode?[] Values(AuditRecord record) =>
    [
        record.Number, record.Moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) ?? record.At.ToString(CultureInfo.InvariantCulture),
        record.Kind, record.Door, record.Actor, record.Person, record.Room, record.Turn, record.Intent, record.Class, record.Reading, record.Deals, record.Written,
        record.Previous, record.Hash, record.Seal,
    ];

    private static async Task WriteAsync(CsvWriter csv, IReadOnlyList<string?> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        await csv.NextRecordAsync();
    }
}
