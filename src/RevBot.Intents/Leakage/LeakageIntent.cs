using System.Collections.Immutable;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Leaks;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Leakage;

/// <summary>"Where are deals breaking down?": the stages and segments that have truly got worse against their own past.</summary>
public sealed class LeakageIntent(QuestionReader questions, QuestionAnswers answers) : IIntent
{
    public const string Name = "leakage";

    /// <summary>The last question answered here: "only EMEA" then asks for the leaks of EMEA.</summary>
    public const string MemoryKey = "leakage.question";

    private const int DefaultDays = 90;

    public IntentDescription Description { get; } = new(
        Name,
        "Find where deals break down: what has truly got worse against its own past, and what is at stake",
        ["Where are deals breaking down?", "Where do we lose deals in EMEA?", "Where is the leak this quarter vs last?"]);

    public async ValueTask<Recognition?> RecognizeAsync(Utterance utterance, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = await questions.ReadAsync(utterance.Text, context, cancellationToken);
        // Split by anything it is a figure that is wanted: "where do we lose deals by region".
        List<Recognition> read = [.. questions.Cores(asked).Select(LeakageWords.Rewrite).OfType<string>().Select(text => Recognize(questions.ReadLike(asked, text))).OfType<Recognition>()];
        return read.MaxBy(recognition => recognition.Score);
    }

    private static Recognition? Recognize(AskedQuestion read) => read.Reading switch
    {
        QuestionReading.Understood { Shape: QuestionShape.Figure, Question: { Measure: MeasureIds.NextStage, Breakdown: [] or [Dimension.Stage] } } => new Recognition(.95, read),
        QuestionReading.Unclear or QuestionReading.Refused { Nearest.Measure: MeasureIds.NextStage } => new Recognition(.9, read),
        _ => null,
    };

    public Task<Reply> HandleAsync(object call, TurnContext context, CancellationToken cancellationToken)
    {
        var asked = (AskedQuestion)call;
        return Task.FromResult<Reply>(asked switch
        {
            { Me: null } => Refusal.Stranger(Name, context.Profile),
            { Reading: QuestionReading.Understood { Question: var question } } => Answer(asked, question, new AskedText(asked.Me.Id, asked.Now, asked.IsAsOf, asked.Text), context),
            _ => answers.Of(asked, asked.Me.Id, context),
        });
    }

    private Reply.Say Answer(AskedQuestion asked, Question question, AskedText text, TurnContext context)
    {
        if (SightLimits.Refusal(question.Filters, asked.Snapshot) is { } hidden)
        {
            return Refusal.Of(Name, hidden, [], RefusalClass.Rights);
        }

        var today = asked.Company.Work.DateAt(asked.Now);
        var period = question.PeriodIsDefault ? new Period(today.AddDays(-DefaultDays), today, $"last {DefaultDays} days") : question.Period;
        if (period is not { Start: { } start, End: { } end } || start > today)
        {
            return Refusal.Of(Name, "I hold a period against the one before it: please name one that has begun, such as “this quarter” or “the last 60 days”.", ["Where are deals breaking down?", "Where are deals breaking down this quarter?", "Stage conversion"]);
        }

        var before = question.CompareWith ?? new Period(start.AddDays(start.DayNumber - end.DayNumber - 1), start.AddDays(-1), "the one before");
        if (before.Start is null)
        {
            return Refusal.Of(Name, "I need a beginning of the period to compare with.", ["Where are deals breaking down?", "Where are deals breaking down this quarter?", "Stage conversion"]);
        }

        var seen = SightLimits.Countable(null, asked.Snapshot);
        var report = new LeakQuery { Filters = question.Filters, Period = period, Before = before }.Run(seen, asked.Company, asked.Now);
        var wording = new LeakageText(report, asked.Company, question.PeriodIsDefault);
        return new Reply.Say(SightLimits.Tell(LeakageCard.Of(report, wording, Buttons(report, asked, text), ReaderClock.Of(context, asked.Company.Work)), seen))
        {
            DataWhenAsked = () => LeakageData.Of(report, wording, asked.Company),
            Audit = new AuditNote(AuditKind.Answer, Name, wording.Reading, report.Deals.Now),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = text.ToString(), [MemoryKey] = text.ToString() },
        };
    }

    /// <summary>The deals behind what broke: lost from there, or waiting there. A button is shown only where its sentence reads as what is meant.</summary>
    private List<CardButton> Buttons(LeakReport report, AskedQuestion asked, AskedText text)
    {
        var buttons = new List<CardButton>();
        foreach (var leak in report.Leaks.Take(LeakageCard.MostButtons))
        {
            var filters = leak is { By: { } by, Part: { } part } ? report.Query.Filters.Add(new DealFilter.In(by, [part])) : report.Query.Filters;
            var scope = string.Concat(filters.Where(filter => !IsOfStage(filter)).Select(filter => ", " + ReadingText.Filter(filter, asked.Company.Currency)));
            var sentence = leak.Kind == LeakKind.Conversion
                ? $"deals lost from {leak.Stage.Label}{scope}, {LeakageText.Span(report.Query.Period)}"
                : $"open deals in {leak.Stage.Label}{scope}";
            var button = text with { Text = sentence };
            if (button.FitsButton && Reads(questions.ReadLike(asked, sentence).Reading, filters, leak))
            {
                buttons.Add(new CardButton($"{(leak.Kind == LeakKind.Conversion ? "Lost from" : "Waiting in")} {LeakageText.Place(leak)}", ShowDealsAction.Id, button.ToString()));
            }
        }

        return buttons;
    }

    private static bool Reads(QuestionReading? reading, ImmutableArray<DealFilter> filters, Leak leak) =>
        reading is QuestionReading.Understood { Shape: QuestionShape.DealList, Question: { } question }
        && question.Measure == (leak.Kind == LeakKind.Conversion ? MeasureIds.LostCount : MeasureIds.OpenCount)
        && question.Filters.Count(filter => !IsOfStage(filter)) == filters.Count(filter => !IsOfStage(filter))
        && question.Filters.OfType<DealFilter.In>().Any(filter => IsOfStage(filter) && filter.Values is [var stage] && stage.Key == leak.Stage.Key);

    private static bool IsOfStage(DealFilter filter) => filter is DealFilter.In { Dimension: Dimension.Stage };
}
