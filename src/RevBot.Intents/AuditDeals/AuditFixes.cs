using System.Globalization;
using RevBot.Conversation.Replies;
using RevBot.Intents.Changes;
using RevBot.Intents.DealLookup;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Audits;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.AuditDeals;

/// <summary>The buttons beside an issue. They carry the deal, the version it was shown at, and the fix: what happened since is found out when one is pressed.</summary>
internal static class AuditFixes
{
    /// <summary>Puts off the close date to the day that follows.</summary>
    public const string MoveDate = "date:";

    /// <summary>Asks for the fields that follow, and only them.</summary>
    public const string Ask = "ask:";

    /// <summary>Asks for these, but not all of them need be given.</summary>
    public const string AskSome = "some:";

    public const string MarkLost = "lost";
    public const string AskReason = "reason";

    private const int LongestName = 19;

    /// <param name="number">The line it belongs to, which its labels begin with.</param>
    /// <param name="mayWrite">False for whoever only reads: then there is but a look at the deal.</param>
    public static IEnumerable<CardButton> Of(AuditIssue issue, int number, bool mayWrite, CompanyProfile company, DateOnly today)
    {
        var (lead, deal) = ($"{number.ToString(CultureInfo.InvariantCulture)}. ", issue.Deal);
        var open = new CardButton($"{lead}Open", OpenDealAction.Id, deal.Id.Value);
        if (!mayWrite)
        {
            return [open];
        }

        CardButton Fix(string label, string fix, bool opensForm = true) => new(lead + label, FixDealAction.Id, Value(deal, fix)) { OpensForm = opensForm };
        var planned = HygieneAudit.PlannedClose(company, today);
        return issue switch
        {
            AuditIssue.NoAmount => [Fix("Give amount", Ask + DealFields.Amount)],
            AuditIssue.NoCloseDate or AuditIssue.CloseDatePassed =>
            [
                Fix($"Move to {planned.ToString("d MMM", WordingCulture.English)}", MoveDate + DealValues.Canonical(planned), opensForm: false) with { Style = ButtonStyle.Primary },
                Fix("Other date", Ask + DealFields.CloseDate),
            ],
            AuditIssue.NoNextStep => [Fix("Next step", $"{Ask}{DealFields.NextStep},{DealFields.NextStepDate}")],
            AuditIssue.CriteriaMissing { Fields: var fields } => [Fix("Fill in", AskSome + string.Join(',', fields.Select(field => field.Key)))],
            AuditIssue.Duplicate or AuditIssue.Zombie => [Fix("Mark lost", MarkLost), open],
            AuditIssue.LostWithoutReason => [Fix("Give reason", AskReason)],
            _ => [open],
        };
    }

    /// <summary>Asks by itself, out of an audit, why a deal was lost.</summary>
    public static CardButton AskWhyLost(Deal deal) =>
        new(deal.Name.Length <= LongestName ? $"Why lost: {deal.Name}" : $"Why lost: {deal.Name[..(LongestName - 1)]}…", FixDealAction.Id, Value(deal, AskReason)) { OpensForm = true };

    /// <summary>The deal, and the version and the fix behind it.</summary>
    private static string Value(Deal deal, string fix) => ButtonValue.Join(deal.Id.Value, string.Create(CultureInfo.InvariantCulture, $"{deal.Version}.{fix}"));

    /// <summary>What <see cref="Value"/> says; null for anything else.</summary>
    public static (DealId Deal, int Version, string Fix)? Read(string value)
    {
        var (deal, second) = ButtonValue.Split(value);
        var dot = second.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && int.TryParse(second.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (new DealId(deal), version, second[(dot + 1)..]) : null;
    }
}
