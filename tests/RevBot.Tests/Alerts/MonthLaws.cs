using RevBot.Pipeline.Analytics;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Tests.Alerts;

/// <summary>What must be true of everything that was received in a month.</summary>
internal static class MonthLaws
{
    /// <summary>The deal a card's key names: <c>stalled-deal:D-1:2</c>, <c>no-activity:D-1:5</c>.</summary>
    public static string DealOf(string key) => key.Split(':')[1];

    /// <param name="refused">Live cards that a room did not take, and the room.</param>
    public static IEnumerable<string> Broken(IReadOnlyList<MonthCard> cards, MonthLife life, IReadOnlyList<(string Key, string Place)> refused, PipelineSnapshot end) =>
    [
        .. Untimely(cards), .. Twice(cards), .. OverBudget(cards), .. NotStruck(cards, end), .. NotSnoozed(cards, life), .. NotToldAgain(cards, life, end), .. Digests(cards),
        .. NotReported(cards), .. Left(cards, refused, life, end), .. Leaked(cards, end),
    ];

    /// <summary>Whether what a card says is so at the end, found from the deal and not by the rules' own code; null for what has happened and cannot end.</summary>
    private static bool? IsSo(string key, PipelineSnapshot end)
    {
        var (kind, occurrence) = (key.Split(':')[0], int.Parse(key.Split(':')[2], System.Globalization.CultureInfo.InvariantCulture));
        var deal = end.Find(new DealId(DealOf(key)))!;
        return kind switch
        {
            "stalled-deal" => deal.Status == DealStatus.Open && deal.Visits.Length - 1 == occurrence,
            "close-date-passed" => deal.Status == DealStatus.Open && deal.CloseDate?.DayNumber == occurrence,
            "no-activity" => deal.Status == DealStatus.Open && deal.Version == occurrence,
            _ => null,
        };
    }

    /// <summary>Limits are learned anew each night: a stay that was beyond its limit need not stay so.</summary>
    private static bool IsBeyondItsLimit(string key, PipelineSnapshot end, DateTimeOffset night) =>
        !key.StartsWith("stalled-deal:", StringComparison.Ordinal) || StallDetector.Detect(end, MonthCompany.Profile, night).Stalls.Any(stall => stall.Deal.Value == DealOf(key));

    private static IEnumerable<string> Untimely(IReadOnlyList<MonthCard> cards) =>
        from card in cards
        where card.IsUnasked
        let local = card.LocalTime
        where local.Hour is < 6 or >= 20 || !MonthCompany.Profile.Work.IsWorkDay(DateOnly.FromDateTime(local))
        select $"{Name(card)} came at {local:ddd d MMM HH:mm} on its reader's clock";

    /// <summary>A card comes a second time to a place only when nothing live of it stands there.</summary>
    private static IEnumerable<string> Twice(IReadOnlyList<MonthCard> cards) =>
        from place in cards.Where(card => card.IsAlert).GroupBy(card => (card.Place, card.Key))
        from pair in place.Zip(place.Skip(1))
        where !pair.First.IsStruckBy(pair.Second.At) || !pair.First.Faces.Any(face => face.Text.Contains("nooz", StringComparison.Ordinal))
        select $"{Name(pair.Second)} stood there already since {pair.First.At:d MMM HH:mm}";

    private static IEnumerable<string> OverBudget(IReadOnlyList<MonthCard> cards) =>
        from day in cards.Where(card => card.IsAlert && !card.Key!.StartsWith("slow-stage", StringComparison.Ordinal)).GroupBy(card => (card.Place, Day: DateOnly.FromDateTime(card.LocalTime)))
        where day.Count() > MonthCompany.Budget
        select $"{day.Key.Place} got {day.Count()} cards on {day.Key.Day:d MMM}";

    private static IEnumerable<string> NotStruck(IReadOnlyList<MonthCard> cards, PipelineSnapshot end) =>
        from card in cards
        where card.IsAlert && IsSo(card.Key!, end) == false && !card.Faces[^1].IsStruck
        select $"{Name(card)} is over and not struck";

    private static IEnumerable<string> NotSnoozed(IReadOnlyList<MonthCard> cards, MonthLife life) =>
        from snooze in life.Snoozes
        from card in cards
        where card.Key == snooze.Key && card.At > snooze.At && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(card.At, MonthCompany.Zone).DateTime) <= snooze.Until
        select $"{Name(card)} was snoozed until {snooze.Until:d MMM}";

    /// <summary>Much of what somebody looks after at once is told in one line, and that tells all of it.</summary>
    private static bool IsOneLineForMany(MonthCard card) => card.Text.Contains("open deals need something at once", StringComparison.Ordinal);

    /// <summary>What is still so when its snooze is over is told again, on one of the first days on which its place has a share left. The rooms that are lost for a while are left out.</summary>
    private static IEnumerable<string> NotToldAgain(IReadOnlyList<MonthCard> cards, MonthLife life, PipelineSnapshot end) =>
        from snooze in life.Snoozes.GroupBy(snooze => snooze.Key).Select(same => same.Last())
        where IsSo(snooze.Key, end) == true && !cards.Any(card => card.Key == snooze.Key && card.At > snooze.At)
        let place = cards.Last(card => card.Key == snooze.Key).Place
        where place is not (MonthCompany.EmeaRoom or MonthCompany.TeamsRoomName) && !cards.Any(card => card.Place == place && IsOneLineForMany(card) && DateOnly.FromDateTime(card.LocalTime) > snooze.Until)
        let nights = MonthCompany.NightsAfter(snooze.Until).Where(night => IsBeyondItsLimit(snooze.Key, end, night) && cards.Count(card => card.IsAlert && card.Place == place && DateOnly.FromDateTime(card.LocalTime) == DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(night, card.Zone).DateTime)) < MonthCompany.Budget)
        where nights.Count() > 2
        select $"{snooze.Key} was not told again after {snooze.Until:d MMM}, in {place}";

    /// <summary>Reps have one each work day of theirs in the morning; deals that need something are always there.</summary>
    private static IEnumerable<string> Digests(IReadOnlyList<MonthCard> cards)
    {
        foreach (var rep in MonthCompany.Reps)
        {
            var own = cards.Where(card => card.IsDigest && card.Place == rep.Id).ToLookup(card => DateOnly.FromDateTime(card.LocalTime));
            for (var day = new DateOnly(2026, 10, 13); day <= new DateOnly(2026, 11, 12); day = day.AddDays(1))
            {
                var wanted = MonthCompany.Profile.Work.IsWorkDay(day) ? 1 : 0;
                if (own[day].Count() != wanted)
                {
                    yield return $"{rep.Id} got {own[day].Count()} digests on {day:ddd d MMM}";
                }

                foreach (var late in own[day].Where(card => card.LocalTime.TimeOfDay < new TimeSpan(8, 30, 0) || card.LocalTime.TimeOfDay > new TimeSpan(11, 30, 0)))
                {
                    yield return $"{rep.Id}'s digest came at {late.LocalTime:ddd d MMM HH:mm}";
                }
            }
        }
    }

    /// <summary>Who answers for the rules hears of each room that is lost, once, in person.</summary>
    private static IEnumerable<string> NotReported(IReadOnlyList<MonthCard> cards) =>
        from room in new[] { MonthCompany.EmeaRoom, MonthCompany.TeamsRoomName }
        let told = cards.Where(card => card.Text.StartsWith($"I can't post to {room} in ", StringComparison.Ordinal) && card.Text.Contains("Alerts of team EMEA wait there", StringComparison.Ordinal)).Select(card => card.Place).ToList()
        where told is not [MonthCompany.RuleOwner]
        select $"that {room} is lost was told to {(told.Count == 0 ? "nobody" : string.Join(", ", told))}";

    /// <summary>What a room did not take comes when it is open again, where it is still so.</summary>
    private static IEnumerable<string> Left(IReadOnlyList<MonthCard> cards, IReadOnlyList<(string Key, string Place)> refused, MonthLife life, PipelineSnapshot end) =>
        from lost in refused.Distinct()
        where IsSo(lost.Key, end) == true && !life.Snoozes.Exists(snooze => snooze.Key == lost.Key) && !cards.Any(card => card.Key == lost.Key && card.Place == lost.Place)
        select $"{lost.Key} was never told in {lost.Place}, which did not take it at first";

    /// <summary>While a guest reads in a room, nothing that is said or edited there names a deal, its account's name or an amount.</summary>
    private static IEnumerable<string> Leaked(IReadOnlyList<MonthCard> cards, PipelineSnapshot end)
    {
        var names = end.Deals.ToArray().Select(deal => deal.Name).Append("$").ToList();
        return
            from stay in new[] { (Room: MonthCompany.EmeaRoom, MonthCompany.GuestInSlackRoom), (Room: MonthCompany.TeamsRoomName, MonthCompany.GuestInTeamsRoom) }
            from card in cards
            where card.Place == stay.Room
            from face in card.Faces
            where face.At >= stay.Item2.From && face.At < stay.Item2.To && names.Exists(name => face.Text.Contains(name, StringComparison.OrdinalIgnoreCase))
            select $"{Name(card)} showed a guest at {face.At:d MMM HH:mm}: {face.Text.Split('\n')[0]}";
    }

    private static string Name(MonthCard card) => $"{card.Key ?? card.Text.Split('\n')[0]} in {card.Place} ({card.At:d MMM HH:mm})";
}
