using RevBot.Conversation.Replies;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Leaks;

namespace RevBot.Intents.Leakage;

/// <summary>Shows where deals break down: one headline, what got worse with the money at stake first, what to do about it, and where it comes from. When nothing broke, how the stages do.</summary>
internal static class LeakageCard
{
    public const int MostButtons = 3;

    private const int MostRows = 12;

    public static Card Of(LeakReport report, LeakageText text, IReadOnlyList<CardButton> buttons, ReaderClock clock)
    {
        var headline = text.Headline;
        List<CardElement> elements = [new CardElement.Heading(text.Reading), new CardElement.Paragraph(headline, TextTone.Strong)];
        if (report.Leaks.Count > 0)
        {
            elements.Add(Broken(report, text));
            if (report.Leaks.Count > MostRows)
            {
                elements.Add(new CardElement.Note($"{MostRows} of {CountText.Number(report.Leaks.Count)} shown."));
            }
        }
        else if (report.Stages.Count > 0)
        {
            elements.Add(Stages(report));
        }

        if (text.Weakest() is { } weakest)
        {
            elements.Add(new CardElement.Paragraph(weakest));
        }

        elements.AddRange(text.Shifts().Select(line => new CardElement.Paragraph(line)));
        if (text.Better() is { } better)
        {
            elements.Add(new CardElement.Paragraph(better));
        }

        if (text.SoWhat() is { } soWhat)
        {
            elements.Add(new CardElement.Paragraph(soWhat, TextTone.Action));
        }

        elements.Add(new CardElement.Note(text.Receipt(clock)));
        return new Card(headline, elements, buttons);
    }

    private static CardElement.Table Broken(LeakReport report, LeakageText text) => new(
        [new TableColumn("Where"), new TableColumn("What"), new TableColumn("Now", true), new TableColumn("Before", true), new TableColumn("Change", true), new TableColumn("At stake", true)],
        [.. report.Leaks.Take(MostRows).Select(leak => (IReadOnlyList<string>)
        [
            LeakageText.Place(leak), LeakageText.What(leak), LeakageText.Value(leak.Kind, leak.After), LeakageText.Value(leak.Kind, leak.Before), LeakageText.Change(leak), MoneyText.Brief(leak.AtStake, text.Currency),
        ])]);

    private static CardElement.Table Stages(LeakReport report) => new(
        [new TableColumn("Stage"), new TableColumn("Conversion", true), new TableColumn("Before", true), new TableColumn("Typical stay", true), new TableColumn("Before", true)],
        [.. report.Stages.Select(flow => (IReadOnlyList<string>)
        [
            flow.Stage.Label,
            flow.Conversion is { } rate ? PercentText.Of((decimal)rate.After.Share) : "no data",
            flow.Conversion is { } past ? PercentText.Of((decimal)past.Before.Share) : "no data",
            flow.Time is { } time ? DurationText.BusinessDays((decimal)time.After) : "no data",
            flow.Time is { } old ? DurationText.BusinessDays((decimal)old.Before) : "no data",
        ])]);
}
