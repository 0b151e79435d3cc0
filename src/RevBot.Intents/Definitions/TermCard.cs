using System.Globalization;
using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Definitions;

/// <summary>Shows what a term means: its definition as it held on the day asked for, an example and what is none, who answers for it, and for a metric how it is computed.</summary>
internal sealed class TermCard(Term term, CompanyProfile company, DateOnly today)
{
    /// <param name="past">The day the meaning of is asked for; null for today.</param>
    public Reply.Say Of(DateOnly? past)
    {
        var day = past ?? today;
        var version = term.At(day) ?? (term.Versions.Count > 0 ? term.Versions[0] : null);
        var definition = version?.Definition ?? term.Metric?.Definition ?? string.Empty;
        var owner = version?.Owner ?? (term.Metric is { } metric ? company.OwnerOf(metric) : company.DefaultMetricOwner);
        List<CardElement> elements = [new CardElement.Heading(past is { } then ? $"{Title()} on {PeriodText.Day(then)}" : Title()), new CardElement.Paragraph(definition)];
        if (version?.From is { } first && first > day)
        {
            elements.Insert(1, new CardElement.Paragraph($"There was no meaning written down on {PeriodText.Day(day)}; this is the first."));
        }

        elements.Add(new CardElement.FactList(Facts(version, owner)));
        if (version is not null && term.After(version) is { } newer && newer.From is { } change)
        {
            var (since, what) = change <= today ? ("Since", "it means") : ("From", "it will mean");
            elements.Add(new CardElement.Paragraph($"{since} {PeriodText.Day(change)} {what}: {newer.Definition}"));
        }

        return new Reply.Say(new Card(definition, elements, [])) { Data = Data(definition, owner, version, past) };
    }

    /// <summary>A metric stands under its title, whatever it was called.</summary>
    private string Title() => term is { Versions: [], Metric: { } metric } ? metric.Title : char.ToUpperInvariant(term.Name[0]) + term.Name[1..];

    private List<Fact> Facts(GlossaryEntry? version, string owner)
    {
        var facts = new List<Fact> { new("Owner", owner) };
        (string Title, string? Text)[] said =
        [
            ("Example", version?.Example), ("Not", version?.CounterExample), ("Holds", version is null || term.Versions.Count < 2 ? null : version.From is { } from ? $"since {PeriodText.Day(from)}" : "since the beginning"),
            ("Formula", term.Metric?.Formula), ("Unit", term.Metric is { } counted ? MetricWords.Unit(counted) : null), ("Period", term.Metric is { } timed ? MetricWords.Period(timed) : null),
            ("Wants", term.Metric is { MinimumSample: > 1 } sampled ? $"at least {CountText.Of(sampled.MinimumSample, sampled.Thing)}" : null), ("Id", term.Metric?.Id),
        ];
        facts.AddRange(said.Where(fact => fact.Text is not null).Select(fact => new Fact(fact.Title, fact.Text ?? string.Empty)));
        if (term.Metric is { } metric)
        {
            facts.AddRange(metric.Bands.Select((band, place) => new Fact(MetricWords.Band(metric, place), band.SoWhat)));
        }

        return facts;
    }

    private JsonObject Data(string definition, string owner, GlossaryEntry? version, DateOnly? past)
    {
        var data = AnswerData.Start(DefineTermIntent.Name, "answered", past is { } then ? $"Definition of {term.Name} on {PeriodText.Day(then)}" : $"Definition of {term.Name}");
        data["term"] = term.Name;
        if (past is { } day)
        {
            data["at"] = Iso(day);
        }

        data["definition"] = new JsonObject
        {
            ["id"] = term.Metric?.Id,
            ["owner"] = owner,
            ["text"] = definition,
            ["formula"] = term.Metric?.Formula,
            ["example"] = version?.Example,
            ["counterExample"] = version?.CounterExample,
            ["from"] = version?.From is { } from ? Iso(from) : null,
        };
        return data;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
