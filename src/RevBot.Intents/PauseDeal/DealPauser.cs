using System.Globalization;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.PauseDeal;

/// <summary>Pauses one deal or takes it up again: asks the rules, then writes, offers the form for what is missing, or says why not. What the sentence, the button and the form share.</summary>
public sealed class DealPauser(DealDesk desk)
{
    public const string Intent = "pause-deal";
    public const string FormId = "pause-deal.form";

    private const string DealKey = "deal";
    private const string VersionKey = "version";
    private static readonly string[] Fields = [DealFields.PausedUntil, DealFields.PauseReason];

    /// <param name="until">The review date as an ISO date, where it was said.</param>
    public async Task<Reply> PauseAsync(Deal deal, string? until, string? reason, WriteContext context, CancellationToken cancellationToken) => Decide(deal, until, reason, context) switch
    {
        MoveDecision.Accepted accepted => await WriteAsync(deal, accepted, null, context, cancellationToken),
        MoveDecision.Incomplete => Offer(deal, until, reason, context),
        MoveDecision.Refused refused => DealDesk.Refuse(Intent, $"{refused.Reason} Nothing was changed."),
        _ => new Reply.Nothing(),
    };

    public async Task<Reply> ResumeAsync(Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        if (PauseRules.Resume(deal, context.Stamp) is not MoveDecision.Accepted accepted)
        {
            return DealDesk.Refuse(Intent, $"{deal.Name} is not paused. Nothing was changed.");
        }

        return await desk.RivalAsync(deal, null, Fields, context, cancellationToken) is { } rival
            ? DealDesk.Refuse(Intent, rival)
            : await desk.WriteAsync(Intent, $"{deal.Name} is taken up again", deal, accepted, context, cancellationToken);
    }

    /// <summary>Offers the form for what was not said.</summary>
    public static Reply Offer(Deal deal, string? until, string? reason, WriteContext context)
    {
        if (Decide(deal, until, reason, context) is MoveDecision.Refused refused)
        {
            return DealDesk.Refuse(Intent, $"{refused.Reason} Nothing was changed.");
        }

        var seed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [DealKey] = deal.Id.Value,
            [VersionKey] = deal.Version.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (key, value) in (ReadOnlySpan<(string, string?)>)[(DealFields.PausedUntil, until), (DealFields.PauseReason, reason)])
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                seed[key] = value;
            }
        }

        var form = Build(seed, deal, context);
        var asked = CountText.List(form.Fields.Select(field => field.Label.ToLowerInvariant()));
        var prompt = $"{deal.Name} needs a {asked} before it is paused.";
        return new Reply.Ask(FormId, seed, new Card(prompt, [new CardElement.Paragraph(prompt), .. form.Intro]), form.Fields.Count == 1 ? $"Fill in {asked}" : $"Fill in {CountText.Of(form.Fields.Count, "field")}")
        {
            Data = ChangeData.Opened(Intent, $"Pause {deal.Name}", FormId, deal, form),
        };
    }

    /// <summary>Asks for what the seed has not; the reason that stands is offered again with a new date.</summary>
    public static Form Build(IReadOnlyDictionary<string, string> seed, Deal deal, WriteContext context)
    {
        var given = seed.Where(item => Fields.Contains(item.Key)).ToDictionary(item => item.Key, item => item.Value, StringComparer.Ordinal);
        List<CardElement> intro = [new CardElement.Paragraph(DealQuestions.Label(deal, context))];
        if (deal.IsPausedOn(context.Today) && deal.Pause is { } pause)
        {
            intro.Add(new CardElement.Paragraph(Capital(PauseText.Until(pause, context.Snapshot))));
        }

        if (given.Count > 0)
        {
            intro.Add(new CardElement.FactList(ChangeLines.OfWish(deal, null, given, context)));
        }

        var fields = Fields.Where(key => !given.ContainsKey(key)).Select(key => PauseRules.Find(key)).OfType<Pipeline.Process.DealField>()
            .Select(field => DealFormFields.Of(DealFormFields.NeedOf(field), deal, field.Key == DealFields.PauseReason ? deal.Pause?.Reason : null, context))
            .Select(field => field is DateField date ? date with { Min = context.Today.AddDays(1), Max = context.Today.AddDays(PauseRules.MostDays) } : field);
        return new Form("Pause deal", intro, [.. fields], "Pause");
    }

    public async Task<Reply> SubmitAsync(IReadOnlyDictionary<string, string> seed, FormValues values, Deal deal, WriteContext context, CancellationToken cancellationToken)
    {
        string? Said(string key) => seed.TryGetValue(key, out var given) ? given : values[key];
        return Decide(deal, Said(DealFields.PausedUntil), Said(DealFields.PauseReason), context) switch
        {
            MoveDecision.Accepted accepted => await WriteAsync(deal, accepted, int.Parse(seed[VersionKey], CultureInfo.InvariantCulture), context, cancellationToken),
            MoveDecision.Incomplete incomplete => new Reply.FormErrors([.. incomplete.Missing.Select(need => new FieldError(need.Field.Key, $"{need.Why}."))]),
            MoveDecision.Refused { Field: { } field } refused when values[field] is not null => new Reply.FormErrors([new FieldError(field, refused.Reason)]),
            MoveDecision.Refused refused => DealDesk.Refuse(Intent, $"{refused.Reason} Nothing was changed."),
            _ => new Reply.Nothing(),
        };
    }

    /// <summary>The deal a form was offered for, or why it cannot be paused here.</summary>
    public static (Deal? Deal, Denial? Problem) Find(FormSession session, WriteContext context)
    {
        var id = session.Seed[DealKey];
        var deal = context.Snapshot.Find(new DealId(id));
        return (deal, deal is null ? $"There is no deal #{id} any more. Nothing was changed." : DealDesk.Refusal(deal, context));
    }

    private async Task<Reply> WriteAsync(Deal deal, MoveDecision.Accepted accepted, int? version, WriteContext context, CancellationToken cancellationToken)
    {
        if (await desk.RivalAsync(deal, version, Fields, context, cancellationToken) is { } rival)
        {
            return DealDesk.Refuse(Intent, rival);
        }

        var until = accepted.Events.OfType<Pipeline.History.DealEvent.Paused>().Last().Until;
        return Explained(await desk.WriteAsync(Intent, $"{deal.Name} is paused until {PeriodText.Day(until)}", deal, accepted, context, cancellationToken));
    }

    /// <summary>Says what a pause does, behind what was changed.</summary>
    private static Reply Explained(Reply reply) => reply is Reply.Replace { Card: var card } said
        ? said with { Card = card with { Elements = [.. card.Elements.SkipLast(1), new CardElement.Paragraph("Until then it is left out of stall alerts, coverage and forecast; on that day it comes back and the owner is told."), card.Elements[^1]] } }
        : reply;

    private static MoveDecision Decide(Deal deal, string? until, string? reason, WriteContext context) => PauseRules.Decide(deal, until, reason, context.Company, context.Today, context.Stamp);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
