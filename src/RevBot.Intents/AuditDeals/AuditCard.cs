using System.Text.Json.Nodes;
using RevBot.Conversation.Replies;
using RevBot.Intents.Ask.Answers;
using RevBot.Intents.Wording;
using RevBot.Pipeline.Audits;

namespace RevBot.Intents.AuditDeals;

/// <summary>An audit as a card: the score, a line a check that opens its deals, a line an owner.</summary>
internal static class AuditCard
{
    private const int Shown = 5;
    private const int Owners = 5;

    /// <param name="page">Of the checks, from 0.</param>
    public static Card Of(AuditScene scene, int page)
    {
        var (audit, scope) = (scene.Audit, scene.Scope);
        var summary = Summary(scene);
        List<CardElement> elements = [new CardElement.Heading(summary)];
        var first = Math.Clamp(page, 0, Math.Max(0, audit.Lines.Count - 1) / Shown) * Shown;
        var shown = audit.Lines.Skip(first).Take(Shown).ToList();
        if (shown.Count > 0)
        {
            elements.Add(new CardElement.FactList([.. shown.Select(line => new Fact(AuditText.Title(line.Check), Line(line, scene)))]));
        }

        if (first == 0 && scope.HasReps && audit.Owners.Any(owner => owner.Troubled > 0))
        {
            elements.Add(new CardElement.FactList([.. audit.Owners.Where(owner => owner.Troubled > 0).Take(Owners).Select(owner => new Fact(scene.NameOf(owner.Owner), OfOwner(owner, scene)))]));
        }

        if (first == 0 && shown is [var worst, ..])
        {
            elements.Add(new CardElement.Paragraph($"Do first, {AuditText.Title(worst.Check).ToLowerInvariant()}: {AuditText.Fix(worst.Check)}.", TextTone.Action));
        }

        elements.Add(new CardElement.Note(Receipt(scene)));
        List<CardButton> buttons = [.. shown.Select(line => new CardButton(AuditText.Title(line.Check), AuditPageAction.Id, new AuditCall(scope.Who, line.Check).Write()))];
        if (first + Shown < audit.Lines.Count)
        {
            buttons.Add(new CardButton($"{CountText.Number(audit.Lines.Count - first - Shown)} more", AuditPageAction.Id, new AuditCall(scope.Who, null, (first / Shown) + 1).Write()));
        }

        return new Card(summary, elements, buttons);
    }

    public static JsonObject Data(AuditScene scene)
    {
        var audit = scene.Audit;
        var data = AnswerData.Start(AuditIntent.IntentName, "answered", $"Hygiene audit of {scene.Scope.Whose} deals on {PeriodText.Day(audit.Day)}");
        data["openDeals"] = audit.Open;
        data["clean"] = audit.Clean;
        data["share"] = AnswerData.Number(audit.Share);
        data["hygieneScore"] = AnswerData.Number(audit.Score);
        data["unit"] = scene.Company.Currency;
        data["rows"] = new JsonArray([.. audit.Lines.Select(line => (JsonNode)new JsonObject
        {
            ["check"] = AuditText.Title(line.Check),
            ["deals"] = line.Issues.Count,
            ["severe"] = line.Severe,
            ["worth"] = Math.Round(line.Worth, 2),
            ["found"] = new JsonArray([.. line.Issues.Select(issue => (JsonNode)new JsonObject { ["deal"] = issue.Deal.Id.Value, ["name"] = issue.Deal.Name, ["evidence"] = AuditText.Evidence(issue, scene.Company) })]),
        })]);
        data["owners"] = new JsonArray([.. audit.Owners.Select(owner => (JsonNode)new JsonObject
        {
            ["owner"] = scene.NameOf(owner.Owner),
            ["openDeals"] = owner.Open,
            ["clean"] = owner.Clean,
            ["worth"] = Math.Round(owner.Worth, 2),
        })]);
        return data;
    }

    private static string Summary(AuditScene scene)
    {
        var (audit, whose) = (scene.Audit, scene.Scope.Whose);
        if (audit.Share is not { } share)
        {
            return audit.Lines.Count == 0 ? $"Nothing to audit: none of {whose} deals is open." : $"None of {whose} deals is open";
        }

        var worst = audit.Lines is [var line, ..] ? $"; worst: {AuditText.Title(line.Check).ToLowerInvariant()} ({CountText.Of(line.Issues.Count, "deal")}{Worth(line.Worth, scene, ", ")})" : "";
        return $"{PercentText.Of(share)} clean: {CountText.Number(audit.Clean)} of {whose} {CountText.Of(audit.Open, "open deal")} {(audit.Clean == 1 ? "has" : "have")} no issue{worst}";
    }

    private static string Line(AuditLine line, AuditScene scene) =>
        $"{CountText.Of(line.Issues.Count, "deal")}{Worth(line.Worth, scene, ", ")}{(line.Severe > 0 ? $", {CountText.Number(line.Severe)} severe" : "")}";

    private static string OfOwner(AuditOwner owner, AuditScene scene) =>
        $"{PercentText.Of(owner.Share)} clean, {CountText.Number(owner.Troubled)} of {CountText.Number(owner.Open)} with an issue{Worth(owner.Worth, scene, ", ")}";

    private static string Worth(decimal worth, AuditScene scene, string lead) => worth == 0 ? "" : lead + MoneyText.Brief(worth, scene.Company.Currency);

    private static string Receipt(AuditScene scene)
    {
        var audit = scene.Audit;
        List<string> said = [];
        if (audit.Score is { } score)
        {
            said.Add($"Clean here is no issue of all {CountText.Number(Enum.GetValues<AuditCheck>().Length)} checks; the hygiene score counts five (amount, close date missing or passed, next step, 14 days of silence) and is {PercentText.Of(score)}");
        }

        if (audit.UnjudgedClaims > 0)
        {
            said.Add($"{CountText.Of(audit.UnjudgedClaims, "commit")} not judged: too few past deals to hold {(audit.UnjudgedClaims == 1 ? "it" : "them")} against");
        }

        said.Add($"as of {scene.Clock.Moment(scene.Now)}");
        return string.Join(" · ", said);
    }
}
