using System.Globalization;
using System.Text.Json;
using RevBot.Hosting;

namespace RevBot.Cli;

/// <summary>One line of a <c>--batch</c> file.</summary>
/// <param name="Id">As given, else the number of the line.</param>
/// <param name="As">Who asks, by e-mail or name; null for the one of the command line.</param>
/// <param name="Conversation">Lines with the same one share memory, in order; a line without one has a conversation of its own.</param>
internal sealed record BatchLine(string Id, string Text, string? As, DateTimeOffset? Now, string Conversation)
{
    /// <exception cref="CommandException">The line is not a JSON object with a text.</exception>
    public static BatchLine Read(string line, int number, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new CommandException($"{file} line {number} is not a JSON object. Write {{\"id\":\"q1\",\"text\":\"…\"}}.");
            }

            var text = Field(document.RootElement, "text") ?? throw new CommandException($"{file} line {number}: \"text\" is missing. Write {{\"id\":\"q1\",\"text\":\"…\"}}.");
            DateTimeOffset? now = null;
            if (Field(document.RootElement, "now") is { } given)
            {
                now = GivenValues.TryReadInstant(given, out var instant)
                    ? instant
                    : throw new CommandException($"{file} line {number}: \"now\" is {given}; write 2026-06-04 or 2026-06-04T09:00:00Z.");
            }

            var place = number.ToString(CultureInfo.InvariantCulture);
            return new BatchLine(Field(document.RootElement, "id") ?? place, text, Field(document.RootElement, "as"), now, Field(document.RootElement, "conversation") ?? $"line-{place}");
        }
        catch (JsonException error)
        {
            throw new CommandException($"{file} line {number} is not a JSON object: {error.Message.Split(" LineNumber:")[0]} Write {{\"id\":\"q1\",\"text\":\"…\"}}.", error);
        }
    }

    private static string? Field(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
