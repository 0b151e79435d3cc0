using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using RevBot.Pipeline.Leads.Rules;
using RevBot.Pipeline.Moves;

namespace RevBot.Tests.House;

/// <summary>No deal is written but by a decision of the rules: only one place appends to a deal's history, and what it appends nobody but the rules can make.</summary>
public sealed partial class WriterTests
{
    private static readonly string Source = Path.Combine(SourceTree.Root, "src");

    [Fact]
    public void Only_the_desk_takes_the_writer_of_deals()
    {
        string[] allowed = ["RevBot.Intents/Changes/DealDesk.cs", "RevBot.Pipeline/IPipelineWriter.cs", "RevBot.Storage/StorageRegistration.cs", "RevBot.Storage/Turns/SqlTurnTransaction.cs"];

        Assert.Equal(allowed, Files().Where(file => WriterName().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Single(Appends().Matches(File.ReadAllText(Path.Combine(Source, allowed[0]))));
    }

    [Fact]
    public void Only_their_desk_takes_the_writer_of_accounts_contacts_and_forecasts()
    {
        string[] allowed = ["RevBot.Intents/Changes/RecordDesk.cs", "RevBot.Pipeline/IRecordWriter.cs", "RevBot.Storage/StorageRegistration.cs", "RevBot.Storage/Turns/SqlTurnTransaction.cs"];

        Assert.Equal(allowed, Files().Where(file => RecordWriterName().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_the_desk_of_leads_takes_the_writer_of_leads()
    {
        string[] allowed = ["RevBot.Intents/HandleLeads/LeadDesk.cs", "RevBot.Pipeline/Leads/ILeadWriter.cs", "RevBot.Storage/StorageRegistration.cs", "RevBot.Storage/Turns/SqlTurnTransaction.cs"];

        Assert.Equal(allowed, Files().Where(file => LeadWriterName().IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Single(Appends().Matches(File.ReadAllText(Path.Combine(Source, allowed[0]))));
        Assert.Empty(typeof(LeadDecision.Accepted).GetConstructors(BindingFlags.Public | BindingFlags.Instance));
        Assert.DoesNotContain(typeof(LeadDecision.Accepted).GetProperties(), property => property.SetMethod is { IsPublic: true });
        Assert.Equal(["RevBot.Pipeline/Leads/Rules"], Files().Where(file => MakesOfLeads().IsMatch(File.ReadAllText(file))).Select(file => Path.GetDirectoryName(Path.GetRelativePath(Source, file))!.Replace('\\', '/')).Distinct());
    }

    [Fact]
    public void What_the_desk_writes_only_the_rules_can_make()
    {
        Assert.Empty(typeof(MoveDecision.Accepted).GetConstructors(BindingFlags.Public | BindingFlags.Instance));
        Assert.DoesNotContain(typeof(MoveDecision.Accepted).GetProperties(), property => property.SetMethod is { IsPublic: true });
        var seenBy = typeof(MoveDecision).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);
        Assert.DoesNotContain(seenBy, friend => Directory.Exists(Path.Combine(Source, friend)));
        var makers = Files().Where(file => Makes().IsMatch(File.ReadAllText(file))).Select(file => Path.GetDirectoryName(Path.GetRelativePath(Source, file))!.Replace('\\', '/')).Distinct();
        Assert.Equal(["RevBot.Pipeline/Moves"], makers);
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories);

    /// <summary>The name outside of comments.</summary>
    [GeneratedRegex(@"^(?!\s*///).*\bIPipelineWriter\b", RegexOptions.Multiline)]
    private static partial Regex WriterName();

    [GeneratedRegex(@"^(?!\s*///).*\bIRecordWriter\b", RegexOptions.Multiline)]
    private static partial Regex RecordWriterName();

    [GeneratedRegex(@"^(?!\s*///).*\bILeadWriter\b", RegexOptions.Multiline)]
    private static partial Regex LeadWriterName();

    [GeneratedRegex(@"\bnew LeadDecision\.Accepted\(")]
    private static partial Regex MakesOfLeads();

    [GeneratedRegex(@"\bwriter\.Append\(")]
    private static partial Regex Appends();

    [GeneratedRegex(@"\bnew MoveDecision\.Accepted\(")]
    private static partial Regex Makes();
}
