using System.Text.Json;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;

namespace RevBot.Conversation.Memory;

/// <summary>The buttons that can be picked by number or label: those of an open clarification everywhere, those of the last message where nothing can be pressed.</summary>
internal sealed record OpenOptions(IReadOnlyList<CardButton> Buttons)
{
    public const string Key = "turn.options";

    public static OpenOptions? From(ConversationMemory memory, DateTimeOffset now) =>
        memory.Recall(Key, now) is { } json ? JsonSerializer.Deserialize(json, MemoryJson.Default.OpenOptions) : null;

    public string ToJson() => JsonSerializer.Serialize(this, MemoryJson.Default.OpenOptions);

    /// <summary>By number or label; a plain yes takes the only choice of a question, or agrees to what a form without fields would do.</summary>
    public CardButton? Pick(string said) =>
        Buttons is [{ ActionId: TurnActions.PickChoice } only] && FormInterview.IsYes(said) ? only
        : Buttons is [{ ActionId: TurnActions.SubmitForm } agree, ..] && FormInterview.IsYes(said) ? agree
        : OptionWords.Find([.. Buttons.Select(button => button.Label)], said) is { } at ? Buttons[at] : null;

    /// <summary>A number that is none of theirs; one like 2024 says something else.</summary>
    public bool IsMissed(string said) => OptionWords.Number(said) is < 100 and var number && (number < 1 || number > Buttons.Count);
}
