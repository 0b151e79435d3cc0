using System.Globalization;
using System.Text.RegularExpressions;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Changes;
using RevBot.Intents.Slots;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Alerts;

/// <summary>"Snooze Acme for 7 days", "wake Acme": the alert's buttons as sentences.</summary>
public sealed partial class SnoozeAlertIntent(DealDesk desk, AlertDesk alerts, DealSlot deals) : IIntent
{
    private const string Name = AlertDesk.Intent;

    public IntentDescription Description { get; } = new(
        Name, "Keep the alerts of a deal quiet for some days, or wake them again", ["snooze Acme for 7 days", "snooze Acme until Friday because legal is away", "wake Acme"], Writes: true);

    public ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Shape().Match(utterance.Plain) is { Success: true } match ? new Recognition(.95, match) : null);

    public async Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var match = (Match)call;
        var scene = await desk.OpenAsync(context, cancellationToken);
        if (DealDesk.PastRefusal(scene) is { } past)
        {
            return DealDesk.Refuse(Name, past);
        }

        var said = match.Groups["deal"];
        string With(Deal deal) => string.Concat(match.Value.AsSpan(0, said.Index), $"#{deal.Id}", match.Value.AsSpan(said.Index + said.Length));
        switch (deals.Find(said.Value, scene.Snapshot, scene.Company, scene.Person?.Id))
        {
            case DealMatch.None none:
                return DealQuestions.Unknown(Name, said.Value, none.FindNearest());
            case DealMatch.Several several:
                return DealQuestions.Which(Name, $"Which “{said.Value}” do you mean?", several.Deals, With, scene);
            case DealMatch.One { Exact: false } near:
                return DealQuestions.Which(Name, $"I know no “{said.Value}”. Do you mean this one?", [near.Deal], With, scene);
            case DealMatch.One { Deal: var deal } when match.Groups["wake"].Success:
                return await alerts.OfDealAsync(deal, subject => alerts.WakeAsync(subject, scene, cancellationToken), cancellationToken);
            case DealMatch.One { Deal: var deal }:
                return Days(match, scene) is { } days and > 0 and <= AlertDesk.LongestSnooze
                    ? await alerts.OfDealAsync(deal, subject => alerts.SnoozeAsync(subject, scene.Today.AddDays(days), match.Groups["why"] is { Success: true, Value: var why } ? why.Trim() : null, scene, cancellationToken), cancellationToken)
                    : DealDesk.Refuse(Name, $"An alert is snoozed for 1 to {AlertDesk.LongestSnooze} days. Say it like: snooze {deal.Name} for 7 days.");
            default:
                return new Reply.Nothing();
        }
    }

    /// <summary>Null when the words are no length of time.</summary>
    private static int? Days(Match match, WriteContext context)
    {
        if (match.Groups["count"] is { Success: true } count)
        {
            var number = int.TryParse(count.Value.Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var figure) ? figure : 1;
            return match.Groups["unit"].Value[0] is 'w' or 'W' ? number * 7 : number;
        }

        return match.Groups["until"] is { Success: true } until
            ? DateWords.TryRead(until.Value, context.Dates, out var day) ? day.DayNumber - context.Today.DayNumber : null
            : context.Company.Alerts.SnoozeDays;
    }

    [GeneratedRegex(@"^(?:please )?(?:(?<wake>wake|unsnooze|un-snooze)|snooze|silence|mute)(?: up)? (?:the )?(?:alert (?:for|of|on|about) )?(?<deal>.+?)(?:(?: for)? (?<count>[-−]?\d{1,6}|an?|one) (?<unit>day|week)s?(?:(?:,? (?:because|since|as)|:| [-–]) (?<why>.+))?| (?:until|till|to) (?<until>.+?)(?:(?:,? (?:because|since|as)|:| [-–]) (?<why>.+))?| because (?<why>.+))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
