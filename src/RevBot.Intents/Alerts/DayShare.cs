using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;

namespace RevBot.Intents.Alerts;

/// <summary>How many cards about deals, leads and teams each reader may still get on a day of their clock, of all kinds together.</summary>
public sealed class DayShare
{
    private static readonly string[] Kinds = [.. AlertKinds.NamesAbout(AlertAbout.Deal, AlertAbout.Lead, AlertAbout.Unit)];

    /// <summary>Nobody's day is farther away.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    private readonly Dictionary<string, List<DateTimeOffset>> _told = new(StringComparer.Ordinal);
    private readonly int _most;

    private DayShare(int most) => _most = most;

    /// <summary>What was told lately counts, also what still waits to be sent.</summary>
    public static async Task<DayShare> OfAsync(IAlertStore alerts, CompanyProfile company, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var share = new DayShare(company.Alerts.MaxCardsPerRoom);
        var at = (await alerts.GetMarksAsync(Kinds, cancellationToken)).Where(mark => mark.ToldAt > now - Recent).ToDictionary(mark => mark.Subject, mark => mark.ToldAt.GetValueOrDefault());
        var counted = new HashSet<(string Place, string Message)>();
        foreach (var telling in at.Count == 0 ? [] : await alerts.GetTellingsAsync(Kinds, cancellationToken))
        {
            // One message may tell of many deals.
            if (at.TryGetValue(telling.Subject, out var moment) && counted.Add((telling.Place, telling.MessageId)))
            {
                share.Take(telling.Place, moment);
            }
        }

        return share;
    }

    /// <param name="moment">When the next card would come.</param>
    /// <param name="zone">By whose clock the day is meant.</param>
    public bool IsUsedUp(string place, DateTimeOffset moment, TimeZoneInfo zone) =>
        _told.TryGetValue(place, out var told) && told.Count(at => DayOf(at, zone) == DayOf(moment, zone)) >= _most;

    public void Take(string place, DateTimeOffset moment)
    {
        if (!_told.TryGetValue(place, out var told))
        {
            _told[place] = told = [];
        }

        told.Add(moment);
    }

    private static DateTime DayOf(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).Date;
}
