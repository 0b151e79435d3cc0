using RevBot.Pipeline.Leads;

namespace RevBot.Intents.HandleLeads;

/// <summary>A sentence about one lead, cut into its parts. Nothing is resolved yet.</summary>
/// <param name="Said">The whole sentence; <paramref name="Start"/> and <paramref name="Length"/> mark the lead in it.</param>
/// <param name="IsPlain">True when the sentence says "lead", so that nothing else can be meant.</param>
public sealed record LeadCall(string Said, LeadWish Wish, int Start, int Length, bool IsPlain)
{
    /// <summary>The reason in the person's words; null when not said.</summary>
    public string? Reason { get; init; }

    /// <summary>Who gets it, in the person's words.</summary>
    public string? To { get; init; }

    public string Words => Said.Substring(Start, Length);

    /// <summary>The same wish for this lead, named by its id.</summary>
    public string For(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return string.Concat(Said.AsSpan(0, Start), IsPlain ? "" : "lead ", $"#{lead.Id}", Said.AsSpan(Start + Length));
    }
}
