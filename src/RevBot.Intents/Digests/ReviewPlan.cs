using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.Digests;

/// <summary>The questions a review goes through: asked in words, so that a review tells what the questions tell.</summary>
/// <param name="Title">"Weekly review, team EMEA".</param>
/// <param name="Parts">A title and a question each, at most six; some have a second question on a line of its own.</param>
internal sealed record ReviewPlan(string Title, IReadOnlyList<(string Title, string Question)> Parts)
{
    /// <summary>Looked at once a week, and told here only: a small segment that slows down is lost in its stage.</summary>
    private const string Slowing = "Which segments and regions are slowing down?";

    /// <param name="limit">What the reader sees of the pipeline; null for all of it.</param>
    public static ReviewPlan Of(ReviewKind kind, Person reader, PipelineLimit? limit)
    {
        // A manager's is the team's; everybody else's is the company's, as far as they see it.
        var team = reader is { Role: PersonRole.Manager or PersonRole.Rep, Team: { } name } && limit?.ShowsTeam(name) != false ? name : null;
        var slowing = limit is { ShowsAllDeals: false } ? "" : $"\n{Slowing}";
        var (of, title) = (team is null ? "" : $" in team {team}", team is null ? "" : $", team {team}");
        return kind switch
        {
            ReviewKind.Losses => new ReviewPlan($"Loss review of last month{title}",
            [
                ("Lost", $"lost amount last month{of} compared with the month before"),
                ("Reasons", $"loss reasons last month{of} by count"),
                ("Reason quality", $"loss reason quality{of}"),
                ("Competitors", $"top 3 competitors we lost to last month{of} by count"),
                ("Lost from", $"which stage did we lose the most deals from last month{of}?"),
                ("Post-mortems", "post-mortems of last month"),
            ]),
            _ when reader.Role is PersonRole.Executive or PersonRole.Operations => new ReviewPlan("Weekly review",
            [
                ("Where the pipeline is", "where is the pipeline right now?"),
                ("What changed", "what changed in the last 7 days for all dates?"),
                ("Where deals break down", $"where are deals breaking down?{slowing}"),
                ("This quarter", "what does this quarter look like?"),
                ("Next quarter", "what does next quarter look like?"),
            ]),
            _ => new ReviewPlan($"Weekly review{title}",
            [
                ("What changed", $"what changed in the last 7 days{of} for all dates?"),
                ("Stalled deals", $"stalled deals{of}"),

                // Who may not have a team's audit is told its scores.
                ("Hygiene", reader.Role == PersonRole.Manager ? "hygiene audit" : $"who has the lowest hygiene score{of}?"),
                ("Where deals break down", $"where are deals breaking down{of}?{slowing}"),
                ("This quarter", $"what does this quarter look like{of}?"),
            ]),
        };
    }
}
