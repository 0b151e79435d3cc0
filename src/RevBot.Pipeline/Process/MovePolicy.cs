namespace RevBot.Pipeline.Process;

/// <summary>How deals may travel through the stages.</summary>
/// <param name="Skip">Whether open stages may be left out on the way on or to winning.</param>
/// <param name="Back">Whether a deal may go back to an earlier stage.</param>
/// <param name="Terms">What is said of single moves.</param>
public sealed record MovePolicy(MoveConsent Skip, MoveConsent Back, IReadOnlyList<MoveTerms> Terms)
{
    /// <summary>What a company that says nothing has: deals go as they like.</summary>
    public static MovePolicy Free { get; } = new(MoveConsent.Allowed, MoveConsent.Allowed, []);

    public bool IsFree => Skip == MoveConsent.Allowed && Back == MoveConsent.Allowed && Terms.Count == 0;
}
