using System.Text.Json.Nodes;
using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Replies;
using RevBot.Intents.Company;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.AlertReports;

/// <summary>Changes a rule in <c>company.yaml</c>, for those who may, and says what was changed.</summary>
public sealed class RuleEditor(ICompanyEditor editor)
{
    /// <summary>Rules are the whole company's.</summary>
    public static bool MayEdit(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Role is PersonRole.Operations or PersonRole.Executive;
    }

    public static Reply Refused() => new Reply.Whisper(Card.Text("Rules are the whole company's. Please ask operations to change them."))
    {
        Audit = new AuditNote(AuditKind.Refused, "alert-rules", Class: RefusalClass.Rights),
    };

    /// <param name="before">As the reader knows it.</param>
    /// <param name="number">Its place among the rules of its kind, from 1.</param>
    /// <param name="after">What is told from now on, and when; its deals and readers stay.</param>
    /// <param name="change">The change as people read it: "close date passed is told from 2 days on, was from 1 day on".</param>
    /// <param name="intent">Which capability changes it.</param>
    /// <param name="person">Who may (<see cref="MayEdit"/>).</param>
    public Reply Change(AlertRule before, int number, AlertRule after, string change, string intent, Person person)
    {
        if (before.Threshold == after.Threshold && before.Stretch == after.Stretch && before.When == after.When)
        {
            return new Reply.Whisper(Card.Text("It is so already."));
        }

        try
        {
            var kept = editor.Change(profile => profile with { Alerts = With(profile.Alerts, number, after) });
            var off = after.When == AlertTiming.Off ? " It is still off." : "";
            var said = $"Changed by {person.Name}: {change}.{off} It stands in company.yaml and holds from now on.{(kept is null ? "" : $" The file as it was, with your own comments, is kept beside it as {Path.GetFileName(kept)}.")}";
            return new Reply.Say(Card.Text(said))
            {
                Data = new JsonObject { ["intent"] = intent, ["outcome"] = "done", ["reading"] = said, ["events"] = new JsonArray(new JsonObject { ["kind"] = "alert_rule_changed", ["alert"] = AlertKinds.Of(after.Kind).Key, ["by"] = person.Id.Value }) },
            };
        }
        catch (CompanyFileException problems)
        {
            return new Reply.Whisper(Card.Text($"Nothing was changed, because company.yaml has mistakes: {problems.Message}"));
        }
    }

    /// <summary>A kind without a rule of its own gets its usual one first.</summary>
    private static AlertSettings With(AlertSettings settings, int number, AlertRule after)
    {
        var before = settings.Rules.Where(rule => rule.Kind == after.Kind).ElementAtOrDefault(number - 1);
        return settings with
        {
            Rules = before is null ? [.. settings.Rules, after] : [.. settings.Rules.Select(rule => ReferenceEquals(rule, before) ? rule with { Threshold = after.Threshold, Stretch = after.Stretch, When = after.When } : rule)],
        };
    }
}
