using System.Text.Json;
using System.Text.RegularExpressions;

namespace RevBot.Tests.Journeys;

/// <summary>Reads an Adaptive Card as a person does: the text, the buttons, the inputs and what stands in them.</summary>
internal static partial class CardReader
{
    /// <summary>A button, or several rows of them, anywhere in the card.</summary>
    public static IEnumerable<JsonElement> Actions(JsonElement card) => Parts(card).Where(part => TypeOf(part).StartsWith("Action.", StringComparison.Ordinal));

    public static IEnumerable<JsonElement> Inputs(JsonElement card) => Parts(card).Where(part => TypeOf(part).StartsWith("Input.", StringComparison.Ordinal));

    public static string Of(JsonElement card) => string.Join('\n', Parts(card).Select(TextOf).Where(text => text.Length > 0));

    /// <summary>A press by title, or the beginning of it; long choices have their number before it.</summary>
    public static JsonElement FindAction(JsonElement card, string title) =>
        Actions(card).FirstOrDefault(action => Text(action, "title") is var label && (label.StartsWith(title, StringComparison.Ordinal) || Number().Replace(label, string.Empty).StartsWith(title, StringComparison.Ordinal))) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new InvalidOperationException($"There is no button “{title}” but {string.Join(", ", Actions(card).Select(action => $"“{Text(action, "title")}”"))}.");

    /// <summary>The press that opens a form which is offered.</summary>
    public static JsonElement FindOffer(JsonElement card) => Actions(card).First(action => action.TryGetProperty("data", out var data) && Text(data.GetProperty("revbot"), "action") == "forms.open");

    /// <summary>What a press of ours says is to be done: <c>click</c>, <c>submit</c>, <c>show</c>.</summary>
    public static string DoOf(JsonElement action) => action.TryGetProperty("data", out var data) ? Text(data.GetProperty("revbot"), "do") : string.Empty;

    /// <summary>The value of an option by its title, which may have its heading before it.</summary>
    public static string ValueOf(JsonElement input, string option) =>
        input.GetProperty("choices").EnumerateArray().FirstOrDefault(choice => Text(choice, "title") == option || Text(choice, "title").EndsWith(": " + option, StringComparison.Ordinal)) is { ValueKind: JsonValueKind.Object } found
            ? Text(found, "value")
            : throw new InvalidOperationException($"“{option}” is no choice for {Text(input, "label")}.");

    public static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()
            : string.Empty;

    public static string TypeOf(JsonElement part) => Text(part, "type");

    private static string TextOf(JsonElement part) => TypeOf(part) switch
    {
        "TextBlock" => Unescaped(Text(part, "text")),
        "RichTextBlock" => string.Concat(part.GetProperty("inlines").EnumerateArray().Select(run => Text(run, "text"))),
        "FactSet" => string.Join('\n', part.GetProperty("facts").EnumerateArray().Select(fact => Unescaped($"{Text(fact, "title")}: {Text(fact, "value")}"))),
        "Chart.HorizontalBar" => string.Join('\n', part.GetProperty("data").EnumerateArray().Select(point => Text(point, "x"))),
        var type when type.StartsWith("Input.", StringComparison.Ordinal) => Text(part, "label"),
        _ => string.Empty,
    };

    /// <summary>Every part in reading order; not the fallbacks, which stand for what is read already.</summary>
    private static IEnumerable<JsonElement> Parts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Parts),
        JsonValueKind.Object => [element, .. element.EnumerateObject().Where(member => member.Name is "body" or "actions" or "items" or "rows" or "cells" or "card").SelectMany(member => Parts(member.Value))],
        _ => [],
    };

    private static string Unescaped(string markdown) => Escape().Replace(markdown, "$1");

    [GeneratedRegex(@"^\d+\. ")]
    private static partial Regex Number();

    [GeneratedRegex(@"\\([\\*_~`\[\]<>#+.)\-])")]
    private static partial Regex Escape();
}
