using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RevBot.Pipeline.Alerts;

/// <summary>What one alert is about: this happening, this time. What is told of it is told once.</summary>
/// <param name="Kind">Kind of alert: <c>stalled-deal</c>, <c>slow-stage</c>. Has no colon.</param>
/// <param name="Id">The deal, the stage, the lead, or the team or company (<see cref="SalesUnit.Id"/>).</param>
/// <param name="Occurrence">Which time it is: the index of the deal's visit, the number of the day on which a stage began to be slow, a lead was qualified, a forecast was kept, the quarter of a coverage begins.</param>
public sealed record AlertSubject(string Kind, string Id, int Occurrence)
{
    /// <summary>Names the subject in cards, buttons and guards: <c>stalled-deal:D-102:3</c>.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Id}:{Occurrence}");

    /// <summary>Reads a <see cref="Key"/>; false for anything else.</summary>
    public static bool TryParse(string key, [NotNullWhen(true)] out AlertSubject? subject)
    {
        ArgumentNullException.ThrowIfNull(key);
        var (first, last) = (key.IndexOf(':', StringComparison.Ordinal), key.LastIndexOf(':'));
        subject = first > 0 && last > first && int.TryParse(key.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var occurrence)
            ? new AlertSubject(key[..first], key[(first + 1)..last], occurrence)
            : null;
        return subject is not null;
    }
}
