namespace RevBot.Channels.Teams.Cards;

/// <summary>The list of a form's field that options are looked up in, as a word that comes back from the client.</summary>
internal sealed record FormDataset(string SessionId, string FieldId)
{
    private const char Separator = '/';

    public string Write() => string.Concat(SessionId, Separator.ToString(), FieldId);

    /// <summary>Null when it is not one of ours.</summary>
    public static FormDataset? Read(string? text) =>
        text?.IndexOf(Separator, StringComparison.Ordinal) is > 0 and var at && at + 1 < text.Length ? new FormDataset(text[..at], text[(at + 1)..]) : null;
}
