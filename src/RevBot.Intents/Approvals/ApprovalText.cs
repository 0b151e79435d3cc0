using RevBot.Intents.Wording;
using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.Approvals;

/// <summary>Approvals in words.</summary>
internal static class ApprovalText
{
    /// <summary>"Proposal without budget and timeline", "Negotiation (Discount: 25)".</summary>
    public static string What(ApprovalRequest request, Deal deal, ApprovalScene scene) => request.IsException
        ? $"{scene.NameOf(request.Stage)} without {Waived(request.Waives, scene)}"
        : $"{scene.NameOf(request.Stage)} ({GateOf(request, deal, scene)})";

    /// <summary>"Budget, timeline": names of fields, and the way there.</summary>
    public static string Waived(IEnumerable<string> waives, ApprovalScene scene) =>
        CountText.List(waives.Select(key => key == ApprovalRequest.TheWay ? "the stages between" : scene.Label(key)));

    /// <summary>"The owner's manager, then finance".</summary>
    public static string Who(ApprovalTerms terms)
    {
        var names = terms.Approvers.Select(name => name == ApproverDirectory.Manager ? "the owner's manager" : name).ToList();
        return terms.Manner switch
        {
            ApprovalManner.Any => Any(names),
            ApprovalManner.All => CountText.List(names),
            _ => string.Join(", then ", names),
        };
    }

    /// <summary>Whose answer is waited for now.</summary>
    public static string Waiting(Approval approval, ApprovalScene scene)
    {
        var names = approval.Waiting(scene.Today).Select(place => ApprovalRules.NameOf(approval.Request.Approvers[place], scene.Snapshot)).ToList();
        return approval.Request.Manner == ApprovalManner.Any ? Any(names) : CountText.List(names);
    }

    /// <summary>"Approved by Maria Rossi", one line an answer.</summary>
    public static IEnumerable<string> Answers(Approval approval, ApprovalScene scene) => approval.Answers.Select(answer =>
        $"{(answer.IsGiven ? "Approved" : "Declined")} by {scene.NameOf(answer.By)} on {PeriodText.Day(scene.Company.Work.DateAt(answer.At))}{(answer.Note is { } note ? $": {note}" : "")}");

    /// <summary>Where it stands, in a line.</summary>
    public static string State(Approval approval, ApprovalScene scene) => approval.StateOn(scene.Today) switch
    {
        ApprovalState.Waiting => $"waits for {Waiting(approval, scene)}",
        ApprovalState.Given => $"approved by {scene.NameOf(approval.Answers[^1].By)}, until {PeriodText.Day(approval.Request.Until)}",
        ApprovalState.Declined => $"declined by {scene.NameOf(approval.Answers[^1].By)}: {approval.Answers[^1].Note}",
        ApprovalState.Withdrawn => "taken back",
        ApprovalState.Lapsed => $"nobody answered by {PeriodText.Day(approval.Request.Until)}",
        _ => $"approved by {scene.NameOf(approval.Answers[^1].By)}, ran out on {PeriodText.Day(approval.Request.Until)}",
    };

    /// <summary>"A, B or C".</summary>
    private static string Any(List<string> names) => names is [.. var first, var last] && first.Count > 0 ? $"{string.Join(", ", first)} or {last}" : string.Concat(names);

    /// <summary>The amount is shown by the deal's own line, to those who may see it.</summary>
    private static string GateOf(ApprovalRequest request, Deal deal, ApprovalScene scene)
    {
        var name = scene.Company.Approvals.Find(request.Gate)?.Name ?? request.Gate ?? "";
        return request.Bound is { } bound && (bound.Field != DealFields.Amount || !deal.IsAmountWithheld)
            ? $"{name}: {scene.Label(bound.Field)} {(bound.Field == DealFields.Amount ? MoneyText.Exact(bound.Most, scene.Company.Currency) : CountText.Number(bound.Most))}"
            : name;
    }
}
