using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;

namespace RevBot.Intents.AddAccounts;

/// <summary>"Create account Globex, enterprise, EMEA": name first, then whatever the company's segments and regions are called; the rest is asked for.</summary>
public sealed partial class AddAccountIntent(DealDesk desk, AccountAdder adder) : IIntent
{
    public IntentDescription Description { get; } = new(
        AccountAdder.Intent,
        "Add an account with its segment, region and industry",
        ["create account Globex, enterprise, EMEA", "add an account"],
        Writes: true);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return ValueTask.FromResult(Adding().Match(utterance.Plain) is { Success: true } match && match.Groups["rest"].Length < 500 ? new Recognition(.98, match.Groups["rest"].Value) : null);
    }

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (RecordDesk.Refusal(scene) is { } refusal)
        {
            return DealDesk.Refuse(AccountAdder.Intent, refusal);
        }

        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, part) in ((string)call).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Index())
        {
            var words = part.Trim('"', ' ');
            if (place == 0)
            {
                facts[AccountAdder.NameKey] = words;
            }
            else if (scene.Company.Segments.FirstOrDefault(known => string.Equals(known, words, StringComparison.OrdinalIgnoreCase)) is { } segment)
            {
                facts[AccountAdder.SegmentKey] = segment;
            }
            else if (scene.Company.Regions.FirstOrDefault(known => string.Equals(known, words, StringComparison.OrdinalIgnoreCase)) is { } region)
            {
                facts[AccountAdder.RegionKey] = region;
            }
            else
            {
                facts[AccountAdder.IndustryKey] = words;
            }
        }

        return adder.Add(facts, scene);
    }

    [GeneratedRegex(@"^(?:(?:please|pls|can you|could you|i want to|let's)[, ]+)*(?:create|add|register|make|set up|open)(?: (?:a|an|the|another|new))* (?:account|customer)(?: (?:called|named|for))?(?<rest>(?:[ :]+.+)?)$|^new account(?: (?:called|named|for))?(?<rest>(?:[ :]+.+)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Adding();
}
