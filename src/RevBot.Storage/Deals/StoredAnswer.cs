using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;

namespace RevBot.Storage.Deals;

/// <param name="At">In Unix milliseconds.</param>
internal sealed record StoredAnswer(int Place, bool IsGiven, string? By, long At, string? Note)
{
    public static StoredAnswer Of(ApprovalAnswer answer) => new(answer.Place, answer.IsGiven, answer.By?.Value, SqlValues.Milliseconds(answer.At), answer.Note);

    public ApprovalAnswer ToAnswer() => new(Place, IsGiven, By is null ? null : new PersonId(By), SqlValues.Instant(At), Note);
}
