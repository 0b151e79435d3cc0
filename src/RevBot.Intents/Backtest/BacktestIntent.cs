using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask.Refusals;
using RevBot.Pipeline.Analytics.Backtest;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Backtest;

/// <summary>"What would the stalled-deals rule have done?": the rule played through the past before somebody relies on it.</summary>
public sealed partial class BacktestIntent(TurnScene scene, ICompany company) : IIntent
{
    public const string IntentName = "backtest";
    public const int UsualDays = 180;
    public const int MostDays = 730;

    public IntentDescription Description { get; } = new(
        IntentName,
        "See what the alert of stalled deals would have done in the past, at several thresholds, and what became of those deals",
        ["what would the stalled deals rule have done?", "back-test stalled deals over 90 days"]);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Asks().Match(utterance.Plain) is { Success: true } match ? new Recognition(.97, match) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        if (person is null)
        {
            return Refusal.Stranger(IntentName, context.Profile);
        }

        var match = (Match)call;
        var days = !match.Groups["count"].Success ? UsualDays
            : int.TryParse(match.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count * (match.Groups["unit"].Value.ToLowerInvariant() switch { "week" => 7, "month" => 30, "quarter" => 91, _ => 1 }) : 0;
        if (days is < 7 or > MostDays)
        {
            return Refusal.Of(IntentName, $"A rule is played through 7 to {MostDays} days. Say it like: back-test stalled deals over 90 days.", []);
        }

        var report = StallBacktest.Run(snapshot, company.Profile, context.Now, days);
        return new Reply.Say(BacktestCard.Of(report)) { Data = BacktestCard.Data(report) };
    }

    [GeneratedRegex(@"^(?:(?:please )?(?:back-?test|try out|test|play through)(?: the)? (?:stall(?:ed)?(?:[ -]deals?)?|stuck[ -]deals?)(?: (?:rule|alerts?))?|what would (?:the |this |that )?(?:(?:stall(?:ed)?(?:[ -]deals?)?|stuck[ -]deals?) )?(?:rule|alerts?) have (?:done|told|fired|said|found|caught)|how often would (?:the |this )?(?:stall(?:ed)?(?:[ -]deals?)?|stuck[ -]deals?) (?:rule|alerts?) have (?:fired|spoken|told))(?: (?:over|in|for|during|within)(?: the)?(?: last| past)? (?<count>\d{1,4}) (?<unit>day|week|month|quarter)s?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();
}
