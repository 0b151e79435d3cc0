using RevBot.Intents.Changes;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Intents.DealLookup;

/// <summary>One thing that happened to a deal, as a line: "3 Mar 2025: moved from Discovery to Proposal, by Dana Reyes".</summary>
internal static class HistoryText
{
    public static string Of(DealEvent happened, PipelineSnapshot snapshot, CompanyProfile company)
    {
        var who = happened.Stamp.By is { } by && snapshot.People.GetValueOrDefault(by) is { } person ? $", by {person.Name}" : string.Empty;
        return $"{PeriodText.Day(company.Work.DateAt(happened.Stamp.At))}: {What(happened, snapshot, company)}{who}";
    }

    private static string What(DealEvent happened, PipelineSnapshot snapshot, CompanyProfile company) => happened switch
    {
        DealEvent.Created created => $"created in {Stage(created.Stage, company)}",
        DealEvent.StageChanged moved => $"moved from {Stage(moved.From, company)} to {Stage(moved.To, company)}{Why(moved.Reason)}",
        DealEvent.AmountChanged amount => $"amount changed from {Amount(amount.From)} to {Amount(amount.To)}",
        DealEvent.CloseDateChanged date => $"close date changed from {Day(date.From)} to {Day(date.To)}",
        DealEvent.OwnerChanged owner => $"owner changed from {Owner(owner.From, snapshot)} to {Owner(owner.To, snapshot)}",
        DealEvent.NextStepChanged step => step.To is { } next ? $"next step: {next}" : "next step cleared",
        DealEvent.FieldSet field => $"{ReadingText.Field(field.Field)} {(field.To is { } value ? $"set to {value}" : "cleared")}",
        DealEvent.Won won => $"won{Why(won.Reason)}",
        DealEvent.Lost lost => lost.Reason is { } reason ? $"lost: {company.LossReasons.Find(reason)?.Name ?? reason}" : "lost",
        DealEvent.Reopened reopened => $"reopened in {Stage(reopened.To, company)}{Why(reopened.Reason)}",
        DealEvent.ActivityLogged activity => ActivityText.Of(activity),
        DealEvent.NoteAdded note => $"note: {note.Text}",
        DealEvent.Removed => "removed",
        DealEvent.Paused paused => $"paused until {PeriodText.Day(paused.Until)}: {paused.Reason}",
        DealEvent.Resumed => "resumed",
        DealEvent.ApprovalAsked asked => $"{(asked.Request.IsException ? "exception" : "approval")} asked for {Stage(asked.Request.Stage, company)}: {asked.Request.Reason}",
        DealEvent.ApprovalAnswered answered => answered.IsGiven ? "approved" : $"declined: {answered.Note}",
        DealEvent.ApprovalWithdrawn => "request taken back",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Why(string? reason) => reason is null ? string.Empty : $" ({reason})";

    private static string Stage(StageId id, CompanyProfile company) => company.Process.NameOf(id);

    private static string Amount(Money? amount) => amount is { } money ? MoneyText.Exact(money) : "none";

    private static string Day(DateOnly? day) => day is { } date ? PeriodText.Day(date) : "none";

    private static string Owner(PersonId? id, PipelineSnapshot snapshot) => id is { } person ? snapshot.People.GetValueOrDefault(person)?.Name ?? person.Value : "nobody";
}
