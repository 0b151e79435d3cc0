using RevBot.Pipeline.Process;

namespace RevBot.Intents.Slots;

/// <summary>Finds the stage words mean: its name, its key, an alias, "won" and "lost" in their usual forms, a part of the name that only it has, or one slip in a longer word.</summary>
public static class StageSlot
{
    private const int LongestName = 6;

    /// <summary>The stages the whole text may mean; one when it is clear, several to ask about, none when it is no stage.</summary>
    public static IReadOnlyList<Stage> Read(string words, SalesProcess process) => Read(words, NamesOf(process));

    /// <summary>A stage at the beginning of a text and what follows it.</summary>
    public static (IReadOnlyList<Stage> Stages, string After) ReadStart(string text, SalesProcess process)
    {
        var names = NamesOf(process);
        var whole = Read(text, names);
        if (whole.Count > 0)
        {
            return (whole, "");
        }

        var words = WordSplitter.Split(text);
        for (var count = Math.Min(LongestName, words.Count - 1); count > 0; count--)
        {
            var end = words[count - 1].End;
            var key = KeyOf(text[..end]);
            var stages = Exact(key, names);
            if (stages.Count == 0)
            {
                stages = Misspelt(key, names);
            }

            if (stages.Count > 0)
            {
                return (stages, text[end..].Trim());
            }
        }

        return ([], text);
    }

    private static List<Stage> Read(string words, List<(Stage Stage, string[] Names)> names)
    {
        var key = KeyOf(words);
        if (key.Length == 0)
        {
            return [];
        }

        var exact = Exact(key, names);
        if (exact.Count > 0)
        {
            return exact;
        }

        var part = Where(names, name => name.StartsWith(key, StringComparison.Ordinal) || $" {name} ".Contains($" {key} ", StringComparison.Ordinal));
        return part.Count > 0 && key.Length >= 3 ? part : Misspelt(key, names);
    }

    private static List<Stage> Exact(string key, List<(Stage Stage, string[] Names)> names)
    {
        var named = Where(names, name => name == key);
        return named.Count > 0 ? named : key switch
        {
            "won" or "win" or "closed won" or "close won" or "closewon" or "closedwon" or "closed and won" or "signed" => [.. names.Select(known => known.Stage).Where(stage => stage.Group == StageGroup.Won)],
            "lost" or "loss" or "closed lost" or "close lost" or "closelost" or "closedlost" or "dead" or "closed and lost" => [.. names.Select(known => known.Stage).Where(stage => stage.Group == StageGroup.Lost)],
            _ => [],
        };
    }

    private static List<Stage> Misspelt(string key, List<(Stage Stage, string[] Names)> names) => Where(names, name => IsSlip(key, name));

    private static List<Stage> Where(List<(Stage Stage, string[] Names)> names, Predicate<string> holds) =>
        names.FindAll(known => Array.Exists(known.Names, holds)).ConvertAll(known => known.Stage);

    private static List<(Stage Stage, string[] Names)> NamesOf(SalesProcess process) =>
        [.. process.Stages.Select(stage => (stage, stage.Aliases.Append(stage.Name).Append(stage.Id.Value.Replace('_', ' ')).Select(KeyOf).ToArray()))];

    private static bool IsSlip(string key, string name)
    {
        var (left, right) = (key.Split(' '), name.Split(' '));
        return left.Length == right.Length
            && left.Zip(right).All(pair => pair.First == pair.Second || (pair.First.Length >= TypoIndex.ShortestWord && TypoIndex.IsOneSlip(pair.First, pair.Second)));
    }

    private static string KeyOf(string text)
    {
        var words = WordSplitter.Split(text).Select(word => word.Text).SkipWhile(word => word is "the" or "stage").ToList();
        return string.Join(' ', words is [.., "stage"] ? words[..^1] : words);
    }
}
