using RevBot.Conversation.Replies;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Forecasts;

namespace RevBot.Intents.Outlook;

/// <summary>Shows what a period looks like: the range, how it stands against quota and what people submitted, what it rests on, and what to do about it.</summary>
internal static class OutlookCard
{
    private const int MostBars = 14;

    public static Card Of(OutlookReport report, OutlookText text, CompanyProfile company, IReadOnlyList<CardButton> buttons, ReaderClock clock)
    {
        List<CardElement> elements =
        [
            new CardElement.Heading(text.Reading),
            new CardElement.Paragraph(text.Headline, TextTone.Strong),
            new CardElement.FactList([.. text.Facts().Select(fact => new Fact(fact.Title, fact.Text))]),
        ];
        if (report.Stages.Count > 0)
        {
            elements.Add(Stages(report, company.Currency));
        }

        if (report.Earlier.Count > 1)
        {
            elements.Add(Earlier(report, company.Currency));
        }

        elements.AddRange(text.Actions().Select((line, place) => new CardElement.Paragraph(line, place == 0 ? TextTone.Action : TextTone.Normal)));
        elements.Add(new CardElement.Note(text.Receipt(clock)));
        return new Card(text.Headline, elements, buttons);
    }

    /// <summary>How it came to what it is now.</summary>
    private static CardElement.Bars Earlier(OutlookReport report, string currency) => new(
        "How the forecast moved",
        [
            .. report.Earlier.TakeLast(MostBars - 1).Select(frozen => new Bar(PeriodText.Day(frozen.FrozenOn), frozen.Amount, MoneyText.Brief(frozen.Amount, currency))),
            .. report.Forecast.Value is { } now ? [new Bar("now", now, MoneyText.Brief(now, currency))] : Array.Empty<Bar>(),
        ],
        true);

    private static CardElement.Table Stages(OutlookReport report, string currency) => new(
        [new TableColumn("Open in"), new TableColumn("Deals", true), new TableColumn("Amount", true), new TableColumn("Odds in the period", true), new TableColumn("Expected", true)],
        [.. report.Stages.Select(stage => (IReadOnlyList<string>)
        [
            stage.Stage.Label, CountText.Number(stage.Deals), MoneyText.Brief(stage.Amount, currency), PercentText.Of((decimal)stage.Odds), MoneyText.Brief(stage.Expected, currency),
        ])]);
}
