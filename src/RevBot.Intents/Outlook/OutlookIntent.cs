using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Forecasts;

namespace RevBot.Intents.Outlook;

/// <summary>"What does next quarter look like?": what it will bring, what that rests on, and what to do about it.</summary>
public sealed class OutlookIntent(QuestionReader questions, AskQuery query, MetricCatalog catalog, NearQuestions near) : IIntent
{
    public const string Name = "outlook";

    public IntentDescription Description { get; } = new(
        Name,
        "See what a quarter will look like: its forecast range, what that rests on and what to do about it",
        ["What does next quarter look like?", "Will we make the quarter?", "What's the outlook for EMEA?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = await questions.ReadAsync(utterance.Text, context, cancellationToken);
        return OutlookQuestion.Read(asked, questions) is { } question ? new Recognition(.96, question) : null;
    }

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var question = (OutlookQuestion)call;
        return Task.FromResult<Reply>(question.Asked.Me is null ? Refusal.Stranger(Name, context.Profile) : Answer(question, context));
    }

    private Reply.Say Answer(OutlookQuestion question, TurnContext context)
    {
        var asked = question.Asked;
        if (asked.Reading is QuestionReading.Understood { Question: var whole } && query.Obstacle(whole, asked.Snapshot) is { } obstacle)
        {
            return Refusal.Of(Name, obstacle, near.For(asked, whole));
        }

        if (SightLimits.Refusal(question.Query.Filters, asked.Snapshot) is { } hidden)
        {
            return Refusal.Of(Name, hidden, [], RefusalClass.Rights);
        }

        var seen = SightLimits.Countable(null, asked.Snapshot);
        var report = question.Query.Run(catalog, seen, asked.Company, asked.Now);
        if (report is { Forecast: { Value: null, NoData: { } nothing }, Due.Receipt.Deals: 0, Submitted.Rows.Count: 0 })
        {
            return Refusal.Of(Name, nothing, near.For(asked, null));
        }

        var wording = new OutlookText(report, asked.Company);
        var text = new AskedText(asked.Me?.Id ?? default, asked.Now, asked.IsAsOf, asked.Text);
        return new Reply.Say(SightLimits.Tell(OutlookCard.Of(report, wording, asked.Company, Buttons(report, asked, text), ReaderClock.Of(context, asked.Company.Work)), seen))
        {
            DataWhenAsked = () => OutlookData.Of(report, wording, asked.Company),
            Audit = new AuditNote(AuditKind.Answer, Name, wording.Reading, report.Forecast.Receipt.Deals),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = text.ToString() },
        };
    }

    /// <summary>The deals it rests on, and the forecast in its parts. A button is shown only where its sentence reads as what is meant.</summary>
    private List<CardButton> Buttons(OutlookReport report, AskedQuestion asked, AskedText text)
    {
        var (period, filters) = (report.Query.Period, report.Query.Filters);
        var scope = string.Concat(filters.Select(filter => ", " + ReadingText.Filter(filter, asked.Company.Currency)));
        var days = period is { Start: { } start, End: { } end } ? $"from {PeriodText.Day(start)} to {PeriodText.Day(end)}" : string.Empty;
        (string Label, string Action, string Sentence, string Measure)[] wanted =
        [
            ("Deals due in the period", ShowDealsAction.Id, $"open deals{scope} closing {days}", MeasureIds.OpenCount),
            ("Won so far", ShowDealsAction.Id, $"deals won{scope} {days}", MeasureIds.WonCount),
            ("All it rests on", ShowDealsAction.Id, asked.Text, MeasureIds.Simulated),
            ("By team", AskAgainAction.Id, $"{asked.Text} by team", MeasureIds.Simulated),
            ("By owner", AskAgainAction.Id, $"{asked.Text} by owner", MeasureIds.Simulated),
        ];
        return
        [
            .. wanted
                .Where(button => button.Measure != MeasureIds.WonCount || report.Forecast.Parts.Any(part => part is { Title: "Won so far", Value: > 0 }))
                .Select(button => (button.Label, button.Action, Text: text with { Text = button.Sentence }, button.Measure))
                .Where(button => report.Forecast.Value is not null && button.Text.FitsButton && Reads(asked, button.Text.Text, button.Measure, report.Query))
                .Select(button => new CardButton(button.Label, button.Action, button.Text.ToString())),
        ];
    }

    private bool Reads(AskedQuestion asked, string sentence, string measure, OutlookQuery meant) =>
        questions.ReadLike(asked, sentence).Reading is QuestionReading.Understood { Question: { } question }
        && question.Measure == measure && question.Filters.SequenceEqual(meant.Filters) && question.Period?.Start == meant.Period.Start && question.Period?.End == meant.Period.End;
}
