using RevBot.Conversation.AuditLog;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Routing;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.Alerts;
using RevBot.Intents.Approvals;
using RevBot.Intents.Ask;
using RevBot.Intents.Ask.Refusals;
using RevBot.Intents.Changes;
using RevBot.Intents.Digests;
using RevBot.Intents.HandleLeads;
using RevBot.Intents.SubmitForecast;
using RevBot.Pipeline.Alerts;
using RevBot.Pipeline.Alerts.Rules;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.MyDay;

/// <summary>Gathers somebody's day from the capabilities that know its parts: what the sentence, the button and the page of their own share. Computes no figure of its own.</summary>
public sealed class MyDayDesk(DealDesk desk, DigestDesk digests, IAlertStore alerts, IEnumerable<IAlertFace> faces, IFormSessions sessions, FormRouter forms, ReviewIntent review)
{
    /// <summary>What is asked for those whose day is the company's: as they would ask themselves, as far as they see it.</summary>
    private static readonly (string Title, string Question)[] CompanyQuestions =
    [
        ("Open pipeline", "where is the pipeline right now?"),
        ("This quarter", "what does this quarter look like?"),
        ("Where deals break down", "where are deals breaking down?"),
    ];

    public async Task<Reply> ShowAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var scene = await desk.OpenAsync(context, cancellationToken);
        return scene.Person switch
        {
            null => Refusal.Stranger(MyDayIntent.IntentName, context.Profile),
            { Role: PersonRole.Rep or PersonRole.Manager } seller => await OwnAsync(seller, scene, cancellationToken),
            var other => await OfCompanyAsync(other, scene, cancellationToken),
        };
    }

    private async Task<Reply> OwnAsync(Person person, WriteContext scene, CancellationToken cancellationToken)
    {
        var period = ForecastPeriods.Of(ForecastPeriods.ThisQuarter, scene.Company, scene.Today);
        var day = new OwnDay(person, digests.Of(person, scene.Snapshot, scene.Turn.Now))
        {
            Approvals = WaitingApprovals.For(person, scene),
            Forecast = ForecastSubmitter.Refusal(scene) is null ? ForecastGrounds.Of(person.Id, period, scene.Snapshot, scene.Company, scene.Today) : null,
            Missing = person.Role == PersonRole.Manager ? MissingForecasts.For(person, scene) : null,
            Alerts = await AlertsAsync(person, scene, cancellationToken),
            Leads = [.. MyLeadsIntent.OpenOf(person.Id, scene).Where(lead => lead.AcceptedAt is null)],
            Forms = await FormsAsync(scene, cancellationToken),
        };
        return new Reply.Say(SightLimits.Tell(MyDayCard.Of(day, scene), scene.Snapshot))
        {
            DataWhenAsked = () => MyDayCard.Data(day, scene.Company),
            Audit = new AuditNote(AuditKind.Answer, MyDayIntent.IntentName, $"Day of {person.Name}", day.Digest.Matters.Count),

            // "Show me the deals" would otherwise list those of the question before.
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    private async Task<Reply> OfCompanyAsync(Person person, WriteContext scene, CancellationToken cancellationToken)
    {
        var fresh = scene.Turn with { Memory = scene.Turn.Memory.With(AskIntent.MemoryKey, null, scene.Turn.Now) };
        var told = new List<(string Title, string Question, Reply Reply)>();
        foreach (var (title, question) in CompanyQuestions)
        {
            if (await review.AskAsync(question, fresh, cancellationToken) is { } reply)
            {
                told.Add((title, question, reply));
            }
        }

        var plan = new ReviewPlan($"{MyDayCard.FirstName(person)}'s day", CompanyQuestions);
        var approvals = WaitingApprovals.For(person, scene);
        var waiting = await FormsAsync(scene, cancellationToken);
        return new Reply.Say(SightLimits.Tell(MyDayCard.With(ReviewCard.Of(plan, told), approvals, waiting), scene.Snapshot))
        {
            DataWhenAsked = () => MyDayCard.Data(ReviewCard.Data(plan, told), approvals, waiting),
            Audit = AuditNote.Together(MyDayIntent.IntentName, told.Select(part => part.Reply)),
            Remember = new Dictionary<string, string?> { [AskIntent.MemoryKey] = null },
        };
    }

    private async Task<IReadOnlyList<AlertView>> AlertsAsync(Person person, WriteContext scene, CancellationToken cancellationToken)
    {
        var marks = await alerts.GetMarksAsync([.. AlertKinds.NamesAbout(AlertAbout.Deal)], cancellationToken);
        return
        [
            .. marks.Where(mark => mark is { ToldAt: not null, EndedAt: null } && !mark.IsQuiet(scene.Today) && AlertKinds.Named(mark.Subject.Kind) is { Ends: true }
                    && scene.Snapshot.Find(new DealId(mark.Subject.Id)) is { } deal && DealRights.Concerns(person, deal, scene.Snapshot))
                .OrderBy(mark => mark.ToldAt)
                .Select(mark => faces.FirstOrDefault(face => face.Shows(mark.Subject.Kind))?.Of(mark.Subject, scene))
                .OfType<AlertView>()
                .Where(view => view.Standing is not null),
        ];
    }

    /// <summary>What stands in a chat with a button to open it; what was opened by a press and closed again is over.</summary>
    private async Task<IReadOnlyList<(FormSession Session, string Title)>> FormsAsync(WriteContext scene, CancellationToken cancellationToken)
    {
        var found = new List<(FormSession Session, string Title)>();
        foreach (var session in (await sessions.FindOpenAsync(scene.Turn.Turn.Actor, scene.Turn.Now, cancellationToken)).Where(session => session.PromptKey is not null))
        {
            if (forms.Find(session.FormId) is { } form && await form.BuildAsync(session, session.Values, scene.Turn, cancellationToken) is FormBuild.Ready { Form: { Fields.Count: > 0 } ready })
            {
                found.Add((session, ready.Title));
            }
        }

        return found;
    }
}
