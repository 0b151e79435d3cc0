using System.Text.RegularExpressions;
using RevBot.Intents.Ask;
using RevBot.Pipeline.Analytics;

namespace RevBot.Intents.StalledDeals;

/// <summary>Finds the stalled deals that words ask for: what the list of them and a change of them share.</summary>
internal static partial class StallSearch
{
    /// <param name="asked">The sentence as a question, for what it is read against.</param>
    /// <param name="thread">The sentence and what was said on from it.</param>
    public static StallScope ScopeOf(AskedQuestion asked, QuestionReader questions, IReadOnlyList<string> thread) => StallScope.Read(
        asked,
        questions,
        Stuck().Replace(thread[0].Replace('\u2019', '\''), match => $"{(Own().IsMatch(match.Value) ? " my" : string.Empty)} {StallScope.Gap}{match.Groups["mid"].Value} "),
        thread.Skip(1));

    /// <summary>The stalled deals of a scope, worst first, and the report on all that are open.</summary>
    public static (StallReport Report, List<Stall> Stalls) Find(StallScope scope, AskedQuestion asked)
    {
        var (snapshot, profile) = (asked.Snapshot, asked.Company);
        var report = StallDetector.Detect(snapshot, profile, StallDetector.Learn(snapshot.Whole, profile, asked.Now), asked.Now);
        var among = scope.DealsOf(asked);
        return (report, report.Stalls.Where(stall => among.Contains(stall.Deal)).ToList());
    }

    [GeneratedRegex(@"\b(?:i|my)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex(@"\b(?:stuck|stall(?:s|ed|ing)?|stale|going nowhere|not moving|(?:haven't|hasn't|havent|hasnt|not|never) (?:moved|budged|progressed|advanced|gone anywhere)(?: (?:on|forward|along|an inch))?|no movement|(?:been )?(?:sitting|sit|sits|parked|stayed|staying|stay|waiting|hanging|camped|resting|been)(?<mid>(?: [\w'&-]+){0,4}?)(?: for)?(?: way| far| much)? too long|overstay(?:s|ed|ing)?|(?:gone|going|went) (?:quiet|dark|silent|cold|stale)|frozen|blocked|flat-?lin(?:ed|ing)|treading water|dead in the water|in a rut|too long in|overdue in (?:their|its) stage|dragging|gathering dust|languish(?:es|ing)?|(?:not|aren't|isn't|arent|isnt) (?:progressing|advancing|going anywhere)|lost momentum|at a standstill|in limbo|stagnant|stagnat(?:es|ed|ing)|bogged down|need(?:s|ing)? (?:a )?(?:nudge|unsticking)|what should (?:i|we) (?:work on|focus on|do)(?: next| first| today| now)*|(?:what|which(?: \w+)?|deals?) (?:that )?needs? (?:my |our |some )?attention|(?:who|what|which(?: \w+){1,2}) should (?:i|we) (?:worry|be worried|be worrying) about)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    internal static partial Regex Stuck();
}
