using System.Text.Json;

namespace RevBot.Tests.Journeys;

/// <summary>Reads Slack's blocks as a person does: the text, and the buttons beside it.</summary>
internal static class BlockText
{
    public static string Of(JsonElement blocks) => string.Join('\n', blocks.EnumerateArray().SelectMany(Lines));

    /// <summary>The action and value of a button, by its label or the beginning of it.</summary>
    public static (string Action, string Value) FindButton(JsonElement blocks, string label) =>
        Buttons(blocks).FirstOrDefault(button => button.Label.StartsWith(label, StringComparison.Ordinal)) is { Action: { } action } found
            ? (action, found.Value)
            : throw new InvalidOperationException($"There is no button “{label}” but {string.Join(", ", Buttons(blocks).Select(button => $"“{button.Label}”"))}.");

    /// <summary>The button of a form that is offered.</summary>
    public static (string Action, string Value) FindOffer(JsonElement blocks) => Buttons(blocks).Where(button => button.Action == "forms.open").Select(button => (button.Action, button.Value)).First();

    private static IEnumerable<(string Label, string Action, string Value)> Buttons(JsonElement blocks) => blocks.EnumerateArray()
        .Where(block => block.GetProperty("type").GetString() == "actions")
        .SelectMany(block => block.GetProperty("elements").EnumerateArray())
        .Select(element => (element.GetProperty("text").GetProperty("text").GetString()!, element.GetProperty("action_id").GetString()!, element.GetProperty("value").GetString()!));

    private static IEnumerable<string> Lines(JsonElement block)
    {
        switch (block.GetProperty("type").GetString())
        {
            case "header":
                return [Text(block.GetProperty("text"))];
            case "section":
                return [
                    .. block.TryGetProperty("text", out var text) ? [Text(text)] : Array.Empty<string>(),
                    .. block.TryGetProperty("fields", out var fields) ? fields.EnumerateArray().Select(Text) : []];
            case "context":
                return block.GetProperty("elements").EnumerateArray().Select(Text);
            case "table":
                return block.GetProperty("rows").EnumerateArray().Select(row => string.Join("  ", row.EnumerateArray().Select(Text)));
            case "data_visualization":
                return [block.GetProperty("title").GetString() ?? string.Empty];
            case "input":
                return [Text(block.GetProperty("label")), .. block.TryGetProperty("hint", out var hint) ? [Text(hint)] : Array.Empty<string>()];
            default:
                return [];
        }
    }

    private static string Text(JsonElement element) => element.GetProperty("text").GetString() ?? string.Empty;
}
