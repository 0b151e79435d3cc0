using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Intents.Access;
using RevBot.Intents.DealLookup;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.PostMortems;

/// <summary>Large losses as a card: how many have a post-mortem, a line each for those that have none.</summary>
internal static class PostMortemsCard
{
    private const int Shown = 5;

    /// <param name="losses">The dearest first.</param>
    public static Card Of(IReadOnlyList<Deal> losses, Period period, Person reader, PipelineSnapshot snapshot, CompanyProfile company)
    {
        if (losses.Count == 0)
        {
            return Card.Text($"There are no large losses from {period.Label}.");
        }

        var open = losses.Where(deal => !PostMortem.IsOf(deal)).ToList();
        var written = losses.Count - open.Count;
        var summary = $"{CountText.Number(written)} of {CountText.Of(losses.Count, "large loss")} from {period.Label} {(written == 1 ? "has" : "have")} a post-mortem";
        List<CardElement> elements = [new CardElement.Heading(summary)];
        List<CardButton> buttons = [];
        foreach (var (at, deal) in open.Take(Shown).Index())
        {
            var lead = $"{(at + 1).ToString(CultureInfo.InvariantCulture)}. ";
            var reason = deal.LossReason is { } key ? company.LossReasons.Find(key)?.Name ?? key : "no reason given";
            elements.Add(new CardElement.Paragraph($"{lead}{deal.Name} · {AmountText.Brief(deal)} · {snapshot.OwnerOf(deal)?.Name ?? "nobody"}: lost {(deal.ClosedOn is { } day ? PeriodText.Day(day) : "")}, {reason}"));
            buttons.Add(DealRights.MayWrite(reader, deal, snapshot, company) ? OpenPostMortemAction.Button(deal, lead) : new CardButton($"{lead}Open", OpenDealAction.Id, deal.Id.Value));
        }

        elements.Add(new CardElement.Note(open.Count == 0 ? "Each deal's card shows its answers." : $"{(open.Count > Shown ? $"{CountText.Number(Shown)} of {CountText.Number(open.Count)} without one · " : "")}Do next: go through the dearest one while it is fresh; five questions, two minutes."));
        return new Card(summary, elements, buttons);
    }
}
