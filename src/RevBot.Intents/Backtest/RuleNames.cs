using System.Text.RegularExpressions;
using RevBot.Intents.Company;
using RevBot.Pipeline.Alerts.Rules;

namespace RevBot.Intents.Backtest;

/// <summary>What people call the rules: by their keys in <c>company.yaml</c>, by their titles, in plain words.</summary>
public static partial class RuleNames
{
    private static readonly IReadOnlyList<(AlertKind Kind, string[] Words)> PlainWords =
    [
        (AlertKind.StalledDeal, ["stalled deal", "stalled", "stall", "stuck deals", "stuck deal", "stuck"]),
        (AlertKind.SlowStage, ["slow stage", "slow"]),
        (AlertKind.CloseDatePassed, ["passed close date", "passed close dates", "close dates passed", "past close date", "past close dates", "overdue", "overdue deals", "past due"]),
        (AlertKind.CloseDatePushed, ["pushed close date", "pushed close dates", "close dates pushed", "close date pushes", "pushed", "pushed deals", "pushes", "close date put off", "close date moved"]),
        (AlertKind.AmountChanged, ["changed amount", "changed amounts", "amounts changed", "amount change", "amount changes"]),
        (AlertKind.MovedBack, ["moved back", "went back", "went back a stage", "moving back"]),
        (AlertKind.CriteriaMissing, ["missing criteria", "missing stage criteria", "missing fields"]),
        (AlertKind.NoNextStep, ["no next steps", "missing next step", "missing next steps", "without next step", "without a next step"]),
        (AlertKind.NoActivity, ["inactivity", "inactive deals", "silence", "silent deals", "idle deals", "untouched deals"]),
        (AlertKind.PauseOver, ["review date", "review dates", "end of a pause", "paused deals"]),
        (AlertKind.LargeWin, ["large wins", "large deals won", "big win", "big wins"]),
        (AlertKind.LargeLoss, ["large losses", "large deals lost", "big loss", "big losses"]),
    ];

    private static readonly Dictionary<string, AlertKindInfo> ByName = AlertKinds.All
        .SelectMany(info => PlainWords.Where(own => own.Kind == info.Kind).SelectMany(own => own.Words).Prepend(info.Title).Prepend(Plain(info.Key)).Select(name => (Name: name, Info: info)))
        .DistinctBy(pair => pair.Name)
        .ToDictionary(pair => pair.Name, pair => pair.Info, StringComparer.Ordinal);

    /// <summary>Null for words that name no rule.</summary>
    public static AlertKindInfo? Find(string words) => ByName.GetValueOrDefault(Plain(words));

    /// <summary>"There is no rule stale. Did you mean stalled_deals? Rules are: …"</summary>
    public static string Unknown(string words) =>
        $"There is no rule “{words.Trim()}”.{(Nearest(words) is { } near ? $" Did you mean {near.Key}?" : "")} Rules are: {string.Join(", ", AlertKinds.All.Select(info => info.Key))}.";

    /// <summary>What was probably meant; null when nothing is near.</summary>
    public static AlertKindInfo? Nearest(string words)
    {
        var plain = Plain(words);
        return NearestName.Find(plain, ByName.Keys) is { } near ? ByName[near]
            : ByName.Where(pair => plain.Split(' ').Any(word => word.Length > 3 && pair.Key.Split(' ').Contains(word))).Select(pair => pair.Value).FirstOrDefault();
    }

    private static string Plain(string words) => Around().Replace(words.Replace('_', ' ').Replace('-', ' ').ToLowerInvariant().Trim(' ', '"', '\'', '“', '”'), "");

    [GeneratedRegex("^(?:the|our|a|this|that) | (?:rules?|alerts?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Around();
}
