using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Digests;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Analytics.Drift;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Questions;

namespace RevBot.Intents.SlowStages;

/// <summary>The week's look at every segment and region of every stage as a card: what stands out, of how many looked at, and what to do.</summary>
internal static class PartDriftCard
{
    private const int MostLines = 4;

    /// <param name="by">Segments or regions; null for both.</param>
    public static Card Of(PartReport report, Dimension? by, CompanyProfile company)
    {
        var found = FoundOf(report, by);
        var summary = Summary(report, by, company);
        if (found.Length == 0)
        {
            return new Card(summary, new CardElement.Paragraph(summary, TextTone.Strong), Receipt(report));
        }

        var elements = new List<CardElement>();
        elements.AddRange(found.Take(MostLines).Select(drift => new CardElement.Paragraph(Line(drift, company), TextTone.Strong)));
        elements.Add(new CardElement.Paragraph($"{(found.Length > MostLines ? $"And {CountText.Number(found.Length - MostLines)} more: " : "")}{LookedAt(report, found.Length)}."));
        elements.Add(new CardElement.Paragraph(NextStep(found[0], company), TextTone.Action));
        elements.Add(Receipt(report));
        var (stage, part) = (company.Process.NameOf(found[0].Stage), found[0].Part);
        return new Card(summary, elements, [new CardButton($"In {stage} · {part}", ReviewPartAction.Id, $"open deals in {stage}, {Word(found[0].By)} {part}")]);
    }

    /// <summary>"Proposal · Enterprise is slower: 6.1 → 9.4 business days, 34 stays, 1 of 24 looked at, false alarms kept to 1 in 10": one line for a review.</summary>
    public static string Summary(PartReport report, Dimension? by, CompanyProfile company) => (report, FoundOf(report, by)) switch
    {
        ({ LookedAt: 0 }, _) => "Not enough volume to tell of any segment or region of a stage whether it has changed its pace.",
        (_, []) => $"No {(by is { } one ? Word(one) : "segment or region")} of a stage has changed its pace, {CountText.Number(report.LookedAt)} looked at.",
        (_, [var surest, .. var others]) => $"{Line(surest, company)}{(others.Length > 0 ? $", and {CountText.Number(others.Length)} more" : "")}, {LookedAt(report, others.Length + 1)}",
    };

    /// <summary>"By segment and region: …", for the card of whole stages.</summary>
    public static string Beside(PartReport report, CompanyProfile company) => $"By segment and region: {Summary(report, null, company)}{(report.Found.Count > 0 ? "." : "")}";

    public static JsonObject Data(PartReport report, Dimension? by) => new()
    {
        ["intent"] = SlowSegmentsIntent.IntentName,
        ["outcome"] = "answered",
        ["reading"] = $"{(by is { } one ? $"{char.ToUpperInvariant(Word(one)[0])}{Word(one)[1..]}s" : "Segments and regions")} of stages that have changed their pace",
        ["asOf"] = report.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["since"] = report.Since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["lookedAt"] = report.LookedAt,
        ["tooFew"] = report.TooFew,
        ["falseShare"] = PartSurvey.FalseShare,
        ["rows"] = new JsonArray([.. FoundOf(report, by).Select(drift => (JsonNode?)new JsonObject
        {
            ["stage"] = drift.Stage.Value,
            [Word(drift.By)] = drift.Part,
            ["direction"] = drift.IsSlower ? "slower" : "faster",
            ["before"] = Math.Round(drift.Before, 2),
            ["after"] = drift.After is { } after ? Math.Round(after, 2) : null,
            ["stays"] = drift.Stays,
            ["chance"] = Math.Round(drift.Chance, 6),
        })]),
    };

    private static PartDrift[] FoundOf(PartReport report, Dimension? by) => [.. report.Found.Where(drift => by is null || drift.By == by)];

    private static string Line(PartDrift drift, CompanyProfile company) =>
        $"{company.Process.NameOf(drift.Stage)} · {drift.Part} is {(drift.IsSlower ? "slower" : "faster")}: {DurationText.Figure(drift.Before)} → {(drift.After is { } after ? DurationText.Figure(after) : $"over {DurationText.Figure(drift.Longest)}")} business days, {CountText.Of(drift.Stays, "stay")}";

    private static string LookedAt(PartReport report, int found) => $"{CountText.Number(found)} of {CountText.Number(report.LookedAt)} looked at, false alarms kept to 1 in {CountText.Number((int)Math.Round(1 / PartSurvey.FalseShare))}";

    private static string NextStep(PartDrift drift, CompanyProfile company) => drift.IsSlower
        ? $"Do next: ask what {drift.Part} deals in {company.Process.NameOf(drift.Stage)} wait for; it is usually one thing."
        : $"Do next: ask what {drift.Part} deals do better in {company.Process.NameOf(drift.Stage)}, and whether stages are still set on the day.";

    private static CardElement.Note Receipt(PartReport report) => new(
        $"Stays begun {PeriodText.Day(report.Since)} or later against those begun in the {CountText.Of(PartSurvey.Past / 5, "week")} before, segments within regions and regions within segments · as of {PeriodText.Day(report.AsOf)}{(report.TooFew == 0 ? "" : $" · of {CountText.Number(report.TooFew)} more there is too little volume to say")}");

    private static string Word(Dimension by) => by == Dimension.Segment ? "segment" : "region";
}
