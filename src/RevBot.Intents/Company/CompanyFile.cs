using System.Text;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RevBot.Intents.Company;

/// <summary>Reads, checks and writes <c>company.yaml</c>, the one place where a company says what its words mean.</summary>
public static class CompanyFile
{
    /// <summary>What a data folder starts with: a common B2B process, US dollars and UTC, until a person or the first import says otherwise.</summary>
    public static CompanyProfile Default { get; } = new()
    {
        Name = "My Company",
        Currency = "USD",
        Rates = new ExchangeRates("USD", []),
        Fiscal = new FiscalCalendar(),
        Work = new WorkCalendar(TimeZoneInfo.Utc, [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], []),
        Process = new SalesProcess(
        [
            Stage("Qualification", StageGroup.Open, .1m),
            Stage("Discovery", StageGroup.Open, .2m),
            Stage("Proposal", StageGroup.Open, .4m, DealFields.Amount),
            Stage("Negotiation", StageGroup.Open, .7m, DealFields.Amount, DealFields.CloseDate),
            Stage("Closed Won", StageGroup.Won, 1m, DealFields.Amount),
            Stage("Closed Lost", StageGroup.Lost, 0m),
        ]),
        LossReasons = new LossReasonCatalog(
        [
            Reason("Price", ["Too expensive", "No budget this year"]),
            Reason("Lost to a competitor", ["Missing features", "Stayed with the incumbent"], competitor: true),
            Reason("No decision", ["Not a priority", "Went silent"]),
            Reason("Other", [], note: true),
        ]),
        Sources = ["Inbound", "Outbound", "Partner", "Event"],
        Segments = ["SMB", "Mid-Market", "Enterprise"],
        DealTypes = ["New Business", "Expansion", "Renewal"],
        Glossary = GlossarySeed.Entries,
    };

    /// <summary>Reads a file; every problem is found at once. An unreadable file is a problem too.</summary>
    public static CompanyReading Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new CompanyReading(null, [new CompanyProblem(1, 1, string.Empty, $"{path} cannot be read: {unreadable.Message}", "Check the path and its permissions.")], 1);
        }
    }

    public static CompanyReading Parse(string yaml)
    {
        var problems = Tabs(yaml);
        if (problems.Count > 0)
        {
            return new CompanyReading(null, problems, 1);
        }

        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(yaml);
            stream.Load(reader);
        }
        catch (YamlException broken)
        {
            var place = broken.Start;
            return new CompanyReading(null, [new CompanyProblem((int)place.Line, (int)place.Column, string.Empty, $"This is not YAML: {Sentence(broken)}", "Check quotes, colons and the indentation of this line and the one above it.")], 1);
        }

        if (stream.Documents.Count > 1)
        {
            var second = (int)stream.Documents[1].RootNode.Start.Line;
            return new CompanyReading(null, [new CompanyProblem(second, 1, string.Empty, "A second document begins here.", "Remove the line '---' above it: the company is one document.")], 1);
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode mapping }])
        {
            return new CompanyReading(null, [new CompanyProblem(1, 1, string.Empty, "The file does not hold keys and values.", "Start it with name: My Company.")], 1);
        }

        var root = new YamlSection(mapping, string.Empty, CompanyParser.Keys, problems);
        var profile = new CompanyParser(root).Parse();
        return new CompanyReading(problems.Count == 0 ? profile : null, [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)], root.LineOf("stages"));
    }

    /// <summary>The profile as a commented file; reading it back gives an equal profile.</summary>
    public static string Text(CompanyProfile profile) => CompanyText.Of(profile, learnedStages: null);

    /// <summary>Replaces the file in one step: a crash leaves the old one or the new one, never half of it.</summary>
    public static void Write(CompanyProfile profile, string path) => WriteText(Text(profile), path);

    internal static void WriteText(string text, string path)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Tabs as indentation are the commonest way to break YAML, and its own message about them helps nobody.</summary>
    private static List<CompanyProblem> Tabs(string yaml)
    {
        var problems = new List<CompanyProblem>();
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            var indentation = text[..^text.TrimStart().Length];
            if (indentation.Contains('\t') && !text.TrimStart().IsEmpty)
            {
                problems.Add(new CompanyProblem(line, indentation.IndexOf('\t') + 1, string.Empty, "The line is indented with a tab.", "YAML wants spaces: replace the tab by two of them."));
            }
        }

        return problems;
    }

    private static string Sentence(YamlException broken)
    {
        var message = (broken.InnerException ?? broken).Message;
        return message.EndsWith('.') ? message : message + ".";
    }

    private static Stage Stage(string name, StageGroup group, decimal probability, params string[] enter) =>
        new(new StageId(Keyed.From(name)), name, group, probability, [.. enter], [], []);

    private static LossReason Reason(string name, string[] details, bool competitor = false, bool note = false) =>
        new(Keyed.From(name), name, [.. details.Select(detail => new LossDetail(Keyed.From(detail), detail))], competitor, note);
}
