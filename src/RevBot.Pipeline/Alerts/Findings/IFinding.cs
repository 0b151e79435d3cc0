using RevBot.Pipeline.Alerts.Rules;

namespace RevBot.Pipeline.Alerts.Findings;

/// <summary>Something that a rule says is to be told, of whatever it is about.</summary>
public interface IFinding
{
    /// <summary>The rule that says so.</summary>
    AlertRule Rule { get; }

    /// <summary>What it is about, this time.</summary>
    AlertSubject Subject { get; }

    AlertKind Kind => Rule.Kind;
}
