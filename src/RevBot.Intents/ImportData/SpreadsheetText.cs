namespace RevBot.Intents.ImportData;

/// <summary>Keeps text text when a person opens our files in a spreadsheet: what that would run as a formula gets a ' before it, and reading takes it off again.</summary>
internal static class SpreadsheetText
{
    public static string? Guard(string? text) => text is [var first, ..] && (IsRisky(first) || (first == '\'' && text is [_, var second, ..] && IsRisky(second))) ? "'" + text : text;

    public static string Unguard(string text) => text is ['\'', var second, ..] && IsRisky(second) ? text[1..] : text;

    private static bool IsRisky(char letter) => letter is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'';
}
