using System.Text.Json;
using System.Text.RegularExpressions;
using RevBot.Tests.Support;
using Xunit.Sdk;

namespace RevBot.Tests.Journeys;

/// <summary>Goes through scripts at one door, and keeps what it was told and what each left in the store.</summary>
internal sealed partial class ScriptRunner(JourneyStand stand, IDoor door, string data)
{
    private readonly Dictionary<string, string> _told = [];
    private string _shown = string.Empty;

    /// <exception cref="XunitException">A step did not go as written.</exception>
    public async Task<Journal> RunAsync(Script script)
    {
        _told.Clear();
        var before = Left();
        await door.BecomeAsync(JourneyStand.Person);
        await door.EnterAsync(null);
        for (var at = 0; at < script.Steps.Count; at++)
        {
            var step = script.Steps[at];
            try
            {
                await GoAsync(step, script.Steps.Skip(at + 1));
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                throw new XunitException($"{script.Name}.txt {step}: {error.Message}\nShown: {_shown}", error);
            }
        }

        door.Inspect();
        return new Journal(new Dictionary<string, string>(_told), [.. Left().Except(before)]);
    }

    /// <summary>A run as of the moment of the stand: what it posted and what it left out, a deal a line.</summary>
    public async Task<string> RunAlertsAsync()
    {
        var run = await RevBotProcess.RunAsync(["alerts", "run", "--json", "--now", stand.Moment, "--data", data], environment: door.Settings);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        using var plan = JsonDocument.Parse(run.Output);
        return string.Join('\n', new[] { (Part: "posts", Word: "posted"), (Part: "leftOut", Word: "left out") }.SelectMany(kind =>
            plan.RootElement.GetProperty(kind.Part).EnumerateArray().Where(entry => entry.GetProperty("kind").GetString() == "stalled_deals").Select(entry => $"{kind.Word} #{entry.GetProperty("deal").GetString()}")));
    }

    private async Task GoAsync(ScriptStep step, IEnumerable<ScriptStep> after)
    {
        switch (step.Verb)
        {
            case ScriptVerb.As:
                await door.BecomeAsync(step.What);
                break;
            case ScriptVerb.InRoom:
                await door.EnterAsync(step.What);
                break;
            case ScriptVerb.InDirectChat:
                await door.EnterAsync(null);
                break;
            case ScriptVerb.See:
                Assert.Contains(Facts.Plain(step.What), Facts.Plain(_shown), StringComparison.Ordinal);
                break;
            case ScriptVerb.Miss:
                Assert.DoesNotContain(Facts.Plain(step.What), Facts.Plain(_shown), StringComparison.Ordinal);
                break;
            case ScriptVerb.Restart:
                await door.RestartAsync();
                break;
            default:
                _shown = await ShowAsync(step, after);
                if (IsTold(step, after))
                {
                    _told[step.ToString()] = Facts.Of(_shown);
                }

                break;
        }
    }

    private Task<string> ShowAsync(ScriptStep step, IEnumerable<ScriptStep> after) => step.Verb switch
    {
        ScriptVerb.Say => door.SayAsync(step.What),
        ScriptVerb.Press => door.PressAsync(step.What),
        ScriptVerb.OpenForm => door.OpenFormAsync(step.What.Length == 0 ? null : step.What),
        ScriptVerb.Fill => door.FillAsync(step.What, step.Value, after.TakeWhile(next => next.Verb == ScriptVerb.See).FirstOrDefault()?.What),
        ScriptVerb.Submit => door.SubmitAsync(),
        ScriptVerb.FindAlert => door.FindAlertAsync(stand.Stalled.First(stalled => stalled.Name == step.What)),
        ScriptVerb.RunAlerts => RunAlertsAsync(),
        _ => throw new InvalidOperationException($"{step.Verb} shows nothing."),
    };

    /// <summary>A form is a dialog here and an interview there: from the sentence that asks for it until it is taken, only what the script sees must be the same.</summary>
    private static bool IsTold(ScriptStep step, IEnumerable<ScriptStep> after)
    {
        var next = after.FirstOrDefault(later => later.Verb is not (ScriptVerb.See or ScriptVerb.Miss))?.Verb;
        return step.Verb switch
        {
            ScriptVerb.OpenForm or ScriptVerb.Fill => false,
            ScriptVerb.Submit => next is not (ScriptVerb.Fill or ScriptVerb.Submit),
            ScriptVerb.FindAlert => next is ScriptVerb.Press,
            _ => next is not ScriptVerb.OpenForm,
        };
    }

    /// <summary>The history made in chat, the marks of alerts and the deals as they are; not the door, the moment and the turns' ids, which are each door's own.</summary>
    private List<string> Left()
    {
        const string Chat = "door NOT IN ('demo', 'import')";
        var store = StoreFile.In(data);
        return
        [
            .. store.Rows($"SELECT deal_id, seq, kind, by_person, payload FROM deal_events WHERE {Chat} ORDER BY deal_id, seq").Select(Line),
            .. store.Rows("SELECT subject, occurrence, snoozed_until, snoozed_by FROM alert_marks ORDER BY subject, occurrence").Select(Line),
            .. store.Rows($"SELECT id, name, owner_id, stage, status, amount_cents, close_date, next_step, next_step_date, competitor, loss_reason, version FROM deals WHERE id IN (SELECT deal_id FROM deal_events WHERE {Chat}) ORDER BY id").Select(Line),
        ];

        static string Line(IReadOnlyList<string?> row) => TurnId().Replace(string.Join(" | ", row), "(turn)");
    }

    [GeneratedRegex("\"(slack|teams|page|terminal):[^\"]*\"")]
    private static partial Regex TurnId();
}
