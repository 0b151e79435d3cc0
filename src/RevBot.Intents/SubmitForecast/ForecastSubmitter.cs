using System.Globalization;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Catalog;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Targets;

namespace RevBot.Intents.SubmitForecast;

/// <summary>Takes what a person says they will win, beside what their deals say, and tells how the two compare. What the sentence and the form share.</summary>
public sealed class ForecastSubmitter(RecordDesk records, MetricCatalog catalog)
{
    public const string Intent = "submit-forecast";
    public const string FormId = "submit-forecast.form";
    public const string PeriodKey = "period";
    public const string CommitKey = "commit";
    public const string BestCaseKey = "best_case";
    public const string NoteKey = "note";

    /// <summary>Why this person submits no forecast, or null: forecasts are of those who sell.</summary>
    public static Denial? Refusal(WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RecordDesk.Refusal(context) is { } refusal ? refusal
            : context.Person is { } person && context.Snapshot.People.ContainsKey(person.Id) && person.Role is PersonRole.Rep or PersonRole.Manager ? null
            : Denial.OfRights("Forecasts are submitted by reps and managers, each for themselves. Nothing was submitted.");
    }

    /// <summary>Offers the form with what was said, and for the rest what the deals say.</summary>
    public static Reply Offer(IReadOnlyDictionary<string, string> seed, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(seed);
        var form = Build(seed, FormValues.Empty, context);
        var period = ForecastPeriods.Of(seed.GetValueOrDefault(PeriodKey), context.Company, context.Today);
        var prompt = $"Your forecast for {period.Label}";
        return new Reply.Ask(FormId, seed, new Card(prompt, [new CardElement.Paragraph(prompt, TextTone.Strong), .. form.Intro]), "Fill in my forecast") { Data = ChangeData.Opened(Intent, prompt, FormId, null, form) };
    }

    public static Form Build(IReadOnlyDictionary<string, string> seed, FormValues soFar, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(soFar);
        ArgumentNullException.ThrowIfNull(context);
        var key = soFar[PeriodKey] ?? seed.GetValueOrDefault(PeriodKey) ?? ForecastPeriods.ThisQuarter;
        var periods = ForecastPeriods.All(context.Company, context.Today);
        var grounds = GroundsOf(key, context);
        var currency = context.Company.Currency;
        var lines = new List<Fact>
        {
            new("Won so far", MoneyText.Exact(grounds.Won, currency)),
            new("Your deals say", $"commit {MoneyText.Exact(grounds.Commit, currency)}, best case {MoneyText.Exact(grounds.BestCase, currency)}"),
        };
        if (grounds.LastCommit is { } last)
        {
            lines.Add(new Fact("Submitted last", $"commit {MoneyText.Exact(last.Amount)}{(grounds.LastBestCase is { } best ? $", best case {MoneyText.Exact(best.Amount)}" : "")}, {PeriodText.Day(context.Company.Work.DateAt(last.SubmittedAt))}"));
        }

        if (grounds.Quota is { } quota)
        {
            lines.Add(new Fact("Quota", MoneyText.Exact(quota, currency)));
        }

        return new Form(
            "Submit my forecast",
            [new CardElement.FactList(lines)],
            [
                new ChoiceField { Id = PeriodKey, Label = "Period", Initial = key, Refreshes = true, Options = [.. periods.Select(period => new FieldOption(period.Key, period.Period.Label))] },
                new MoneyField { Id = CommitKey, Label = "Commit", Currency = currency, Initial = soFar[CommitKey] ?? seed.GetValueOrDefault(CommitKey) ?? Standing(grounds.LastCommit, grounds.Commit, currency) },
                new MoneyField { Id = BestCaseKey, Label = "Best case", Currency = currency, Initial = soFar[BestCaseKey] ?? seed.GetValueOrDefault(BestCaseKey) ?? Standing(grounds.LastBestCase, grounds.BestCase, currency) },
                new TextField { Id = NoteKey, Label = "Note", Required = false, Multiline = true, Initial = soFar[NoteKey], Hint = "What it rests on, what has changed" },
            ],
            "Submit");
    }

    public Reply Submit(FormValues values, WriteContext context)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(context);
        if (Refusal(context) is { } refusal || context.Person is not { } person)
        {
            return DealDesk.Refuse(Intent, Refusal(context) ?? "Nothing was submitted.");
        }

        var (commit, best) = (Number(values[CommitKey]), Number(values[BestCaseKey]));
        if (best < commit)
        {
            return new Reply.FormErrors([new FieldError(BestCaseKey, $"Best case {MoneyText.Exact(best, context.Company.Currency)} is less than commit {MoneyText.Exact(commit, context.Company.Currency)}; it holds the commit and more.")]);
        }

        var grounds = GroundsOf(values[PeriodKey], context);
        var period = grounds.Period;
        records.Submit(
            [Of(ForecastGrounds.CommitName, commit), Of(ForecastGrounds.BestCaseName, best)],
            values[NoteKey],
            context.Stamp);
        return Told(commit, best, values[NoteKey], person, grounds, context);

        ForecastSubmission Of(string category, decimal amount) => new(
            person.Id, period.Start ?? default, period.End ?? default, ForecastGrounds.NameOf(category, context.Snapshot), new Money(amount, context.Company.Currency), context.Turn.Now);
    }

    private Reply.Replace Told(decimal commit, decimal best, string? note, Person person, ForecastGrounds grounds, WriteContext context)
    {
        var (period, currency) = (grounds.Period, context.Company.Currency);
        var headline = $"{person.Name}: forecast for {period.Label} submitted";
        List<Fact> lines =
        [
            new("Commit", Beside(commit, grounds.LastCommit, currency)),
            new("Best case", Beside(best, grounds.LastBestCase, currency)),
        ];
        if (ForecastGrounds.OutlookOf(person, period, context.Snapshot, context.Company, catalog, context.Turn.Now) is { } outlook)
        {
            lines.Add(new Fact("Computed outlook", $"{MoneyText.Exact(Math.Round(outlook), currency)}; your commit is {Gap(commit - Math.Round(outlook), currency)}"));
        }

        if (grounds.Quota is { } quota)
        {
            lines.Add(new Fact("Quota", $"{MoneyText.Exact(quota, currency)}; your commit is {Gap(commit - quota, currency)}"));
        }

        List<CardElement> elements = [new CardElement.Paragraph(headline, TextTone.Strong), new CardElement.FactList(lines)];
        if (note is not null)
        {
            elements.Add(new CardElement.Paragraph(note));
        }

        elements.Add(new CardElement.Note($"By {person.Name} · a later submission takes its place"));
        return new Reply.Replace(new Card(headline, elements))
        {
            Data = new()
            {
                ["intent"] = Intent,
                ["outcome"] = "done",
                ["reading"] = $"Forecast for {period.Label}",
                ["start"] = period.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["end"] = period.End?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["commit"] = commit,
                ["best_case"] = best,
                ["currency"] = currency,
            },
            Remember = LastWrite.None,
            Audit = new AuditNote(AuditKind.Write, Intent, string.Create(CultureInfo.InvariantCulture, $"forecast of {person.Id} for {period.Start:yyyy-MM-dd}..{period.End:yyyy-MM-dd}: commit {commit:0.##} {currency}, best case {best:0.##} {currency}")),
        };
    }

    private static ForecastGrounds GroundsOf(string? period, WriteContext context) => ForecastGrounds.Of(
        context.Person?.Id ?? default, ForecastPeriods.Of(period, context.Company, context.Today), context.Snapshot, context.Company, context.Today);

    private static string Standing(ForecastSubmission? last, decimal computed, string currency) =>
        (last is { } submitted && submitted.Amount.Currency == currency ? submitted.Amount.Amount : Math.Round(computed)).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Beside(decimal now, ForecastSubmission? last, string currency) =>
        last is { } before && before.Amount.Currency == currency && before.Amount.Amount != now ? $"{MoneyText.Exact(before.Amount)} → {MoneyText.Exact(now, currency)}" : MoneyText.Exact(now, currency);

    private static string Gap(decimal gap, string currency) => gap == 0 ? "the same" : $"{MoneyText.Exact(Math.Abs(gap), currency)} {(gap > 0 ? "above" : "below")} it";

    private static decimal Number(string? canonical) => decimal.TryParse(canonical, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
