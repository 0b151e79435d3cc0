using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.FollowUps;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Answers;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Metrics;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.Ask.Answers;

/// <summary>Shows an answer: what was asked, the number, the difference, the parts, what to do about it, and where it comes from.</summary>
internal static class AnswerCard
{
    private const int MostBars = 20;
    private const int MostRows = 40;

    public static Card Of(Answer answer, AskedText asked, CompanyProfile company, ReaderClock clock)
    {
        var currency = answer.Currency ?? company.Currency;
        var headline = AnswerText.Headline(answer, currency);
        var elements = new List<CardElement>
        {
            new CardElement.Heading(ReadingText.Of(answer.Question, answer.Metric, company.Currency)),
            new CardElement.Paragraph(headline, TextTone.Strong),
        };
        if (AnswerText.Difference(answer, currency) is { } difference)
        {
            elements.Add(new CardElement.Paragraph(difference));
        }

        if (answer.Parts.Count > 0)
        {
            elements.Add(new CardElement.FactList([.. answer.Parts.Select(part => new Fact(part.Title, AnswerText.Part(part, currency)))]));
        }

        if (AnswerText.Moved(answer, currency) is { } moved)
        {
            elements.Add(new CardElement.Paragraph(moved));
        }

        // Of the one that was asked for, the headline says it all.
        if (answer.Rows.Count > 0 && answer.Question is not { Ranking.Count: 1, CompareWith: null })
        {
            elements.Add(Parts(answer, currency));
            if (answer.RowsInAll > answer.Rows.Count)
            {
                elements.Add(new CardElement.Note($"{CountText.Number(answer.Rows.Count)} of {CountText.Number(answer.RowsInAll)} shown."));
            }

            if (AnswerText.Changed(answer, currency) is { } changed)
            {
                elements.Add(new CardElement.Paragraph(changed));
            }

            if (answer is { Metric.Additive: false, Value: not null } && answer.Question.Breakdown.Length > 0)
            {
                elements.Add(new CardElement.Note("The parts of this measure do not add up to the total."));
            }
        }

        if (answer.SoWhat is { } soWhat)
        {
            elements.Add(new CardElement.Paragraph(soWhat, TextTone.Action));
        }

        elements.Add(new CardElement.Note(AnswerText.Receipt(answer, company.Currency, clock)));
        return new Card(headline, elements, Buttons(answer, asked));
    }

    private static CardElement Parts(Answer answer, string currency)
    {
        var compares = answer.Question.CompareWith is not null;
        if (answer.Question.Breakdown.Length == 1 && answer.Rows.Count <= MostBars && !compares)
        {
            return new CardElement.Bars(
                $"{answer.Metric.Title} by {ReadingText.Split(answer.Question.Breakdown[0], answer.Metric)}",
                [.. answer.Rows.Select(row => new Bar(AnswerText.Label(row), row.Value ?? 0, AnswerText.Brief(row, answer, currency)))],
                answer.Question.Breakdown[0].IsTime);
        }

        List<TableColumn> columns = [.. answer.Question.Breakdown.Select(dimension => new TableColumn(DimensionText.Title(dimension))), new TableColumn(answer.Metric.Title, true)];
        if (compares)
        {
            columns.Add(new TableColumn("Before", true));
            columns.Add(new TableColumn("Change", true));
        }

        var shares = answer.Rows.Take(MostRows).Any(row => row.Share is not null);
        if (shares)
        {
            columns.Add(new TableColumn("Share", true));
        }

        if (answer.Metric.Unit != MetricUnit.Count)
        {
            columns.Add(new TableColumn(AnswerText.Things(answer.Metric), true));
        }

        return new CardElement.Table(columns, [.. answer.Rows.Take(MostRows).Select(row => Row(row, answer, currency, compares, shares))]);
    }

    private static List<string> Row(AnswerRow row, Answer answer, string currency, bool compares, bool shares)
    {
        var unit = answer.Metric.Unit;
        List<string> cells = [.. row.Keys.Select(DimensionText.Label), AnswerText.Value(row, answer, currency)];
        if (compares)
        {
            cells.Add(row.Compared is { } compared ? ValueText.Exact(compared, unit, currency) : "no data");
            cells.Add(row is { Value: { } now, Compared: { } before } ? ValueText.Difference(before, now, unit, currency) : "–");
        }

        if (shares)
        {
            cells.Add(row.Share is { } share ? ValueText.Exact(share, MetricUnit.Share, currency) : "–");
        }

        if (unit != MetricUnit.Count)
        {
            cells.Add(CountText.Number(row.Deals));
        }

        return cells;
    }

    private static List<CardButton> Buttons(Answer answer, AskedText asked)
    {
        var buttons = new List<CardButton>();
        if (answer.Deals.Count + answer.Leads.Count > 0 && asked.FitsButton)
        {
            buttons.Add(new CardButton(answer.Leads.Count > 0 ? "Show the leads" : "Show the deals", ShowDealsAction.Id, asked.ToString()));
        }

        for (var place = 0; place < answer.Parts.Count; place++)
        {
            var ofPart = asked with { Part = place };
            if (answer.Parts[place] is { Deals: { Count: > 0 and var count }, Title: var title } && ofPart.FitsButton)
            {
                buttons.Add(new CardButton($"{title} ({CountText.Number(count)})", ShowDealsAction.Id, ofPart.ToString()));
            }
        }

        // Quotas know no stage and no source.
        if (answer.Question.Breakdown.IsEmpty && answer.Value is not null && answer.Metric is { TakesWholePeriods: false } or { Basis: TimeBasis.ExpectedClose } && answer.Metric.Family is not ("coverage" or "forecast"))
        {
            var isOpen = answer.Metric.Basis == TimeBasis.ExpectedClose;
            var byFirst = asked with { Text = QuestionThread.Append(asked.Text, $"by {(isOpen ? "stage" : "source")}") };
            var byOwner = asked with { Text = QuestionThread.Append(asked.Text, "by owner") };
            if (byFirst.FitsButton && byOwner.FitsButton)
            {
                buttons.Add(new CardButton(isOpen ? "By stage" : "By source", AskAgainAction.Id, byFirst.ToString()));
                buttons.Add(new CardButton("By owner", AskAgainAction.Id, byOwner.ToString()));
            }
        }

        return buttons;
    }
}
