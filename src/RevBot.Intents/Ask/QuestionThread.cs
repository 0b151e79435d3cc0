namespace RevBot.Intents.Ask;

/// <summary>A question and what was said on from it, in one text: "win rate last quarter › by source › only EMEA". Read again, it gives the same question; so this is what memory and buttons carry.</summary>
internal static class QuestionThread
{
    private const char Mark = '›';

    public static string Join(IEnumerable<string> sentences) => string.Join($" {Mark} ", sentences);

    public static string Append(string thread, string sentence) => $"{thread} {Mark} {sentence}";

    public static List<string> Split(string thread) => [.. thread.Split(Mark, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>What people write is one sentence, whatever signs are in it.</summary>
    public static string Plain(string said) => said.Replace(Mark, ' ');
}
