using RevBot.Pipeline.Process;

namespace RevBot.Intents.Slots;

/// <summary>Finds the stage words mean: its name, its key, an alias, "won" and "lost" in their usual forms, a part of the name that only it has, or one slip in a longer word.</summary>
public static class StageSlot
{
    private const int LongestName = 6;

    /// <summary>The stages the whole text may mean; one when it is clear, several to ask about, none when it is no stage.</summary>
    public static IReadOnlyList<Stage> Read(string words, SalesProcess process)
    {
        var key = KeyOf(words);
        if (key.Length == 0)
        {
            return [];
        }

        var exact = Exact(key, process);
        if (exact.Count > 0)
        {
            return exact;
        }

        var part = process.Stages.Where(stage => Names(stage).Any(name => name.StartsWith(key, StringComparison.Ordinal) || $" {name} ".Contains($" {key} ", StringComparison.Ordinal))).ToList();
        return part.Count > 0 && key.Length >= 3 ? part : [.. process.Stages.Where(stage => Names(stage).Any(name => IsSlip(key, name)))];
    }

    /// <summary>A stage at the beginning of a text and what follows it.</summary>
    public static (IReadOnlyList<Stage> Stages, string After) ReadStart(string text, SalesProcess process)
    {
        var whole = Read(text, process);
        if (whole.Count > 0)
        {
            return (whole, "");
        }

        var words = WordSplitter.Split(text);
        for (var count = Math.Min(LongestName, words.Count - 1); count > 0; count--)
        {
            var end = words[count - 1].End;
            var key = KeyOf(text[..end]);
            var stages = Exact(key, process);
            if (stages.Count == 0)
            {
                stages = [.. process.Stages.Where(stage => Names(stage).Any(name => IsSlip(key, name)))];
            }

            if (stages.Count > 0)
            {
                return (stages, text[end..].Trim());
            }
        }

        return ([], text);
    }

    private static List<Stage> Exact(string key, SalesProcess process)
    {
        var named = process.Stages.Where(stage => Names(stage).Contains(key)).ToList();
        return named.Count > 0 ? named : key switch
        {
            "won" or "win" or "closed won" or "close won" or "closewon" or "closedwon" or "closed and won" or "signed" => [.. process.Stages.Where(stage => stage.Group == StageGroup.Won)],
            "lost" or "loss" or "closed lost" or "close lost" or "closelost" or "closedlost" or "dead" or "closed and lost" => [.. process.Stages.Where(stage => stage.Group == StageGroup.Lost)],
            _ => [],
        };
    }

    private static IEnumerable<string> Names(Stage stage) => stage.Aliases.Append(stage.Name).Append(stage.Id.Value.Replace('_', ' ')).Select(KeyOf);

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
