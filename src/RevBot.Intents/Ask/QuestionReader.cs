using RevBot.Conversation.Turns;
using RevBot.Conversation.Understanding;
using RevBot.Intents.Access;
using RevBot.Intents.Slots;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.Ask;

/// <summary>Reads what a turn says as a question, once for all intents that want to know. Scoped to the turn.</summary>
public sealed class QuestionReader(TurnScene scene, IPipelineReader reader, ICompany company, NameDirectory names, QuestionParser parser)
{
    private AskedQuestion? _last;

    public async ValueTask<AskedQuestion> ReadAsync(string text, TurnContext context, CancellationToken cancellationToken)
    {
        text = DateWords.SpellOut(text, context.Dates.Order);
        if (_last is { } last && last.Text == text)
        {
            return last;
        }

        var (snapshot, person) = await scene.SeeAsync(context, cancellationToken);
        return _last = Read(text, snapshot, company.Profile, person, context.Now, context.Turn.AsOf is not null);
    }

    /// <summary>Reads a question again as it was asked; null when its asker is gone.</summary>
    public async ValueTask<AskedQuestion?> ReadAgainAsync(AskedText asked, CancellationToken cancellationToken)
    {
        var snapshot = await reader.GetSnapshotAsync(asked.IsAsOf ? asked.At : null, cancellationToken);
        return (asked.By == People.Operator.Id ? People.Operator : snapshot.People.GetValueOrDefault(asked.By)) is { } person ? Read(asked.Text, snapshot, company.Profile, person, asked.At, asked.IsAsOf) : null;
    }

    /// <summary>Reads another sentence for the same asker and moment; how near questions are checked.</summary>
    public AskedQuestion ReadLike(AskedQuestion like, string text) => Read(text, like.Snapshot, like.Company, like.Me, like.Now, like.IsAsOf);

    private static bool Owns(PersonId person, Pipeline.History.PipelineSnapshot snapshot)
    {
        foreach (var deal in snapshot.Deals.Span)
        {
            if (deal.Owner == person)
            {
                return true;
            }
        }

        return false;
    }

    private AskedQuestion Read(string text, Pipeline.History.PipelineSnapshot snapshot, CompanyProfile profile, Person? me, DateTimeOffset now, bool isAsOf) => new()
    {
        Text = text,
        Reading = parser.Read(text, new ReadContext(profile, names.For(snapshot, profile), me, profile.Work.DateAt(now)) { OwnsDeals = () => me is not null && Owns(me.Id, snapshot) }),
        Snapshot = snapshot,
        Company = profile,
        Me = me,
        Now = now,
        IsAsOf = isAsOf,
    };
}
