using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Intents.Access;
using RevBot.Intents.CreateDeal;
using RevBot.Intents.PickDeal;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Rights;

namespace RevBot.Intents.MyDay;

/// <summary>The page of one's own is one's day, with what is begun from nothing beside it.</summary>
public sealed class MyHomePage(MyDayDesk desk, TurnScene scene, ICompany company) : IHomePage
{
    private static readonly Prompt Day = new("My day", "my day");
    private static readonly Prompt[] OfStrangers = [new("What can you do?", "help")];
    private static readonly Prompt[] OfReps = [Day, new("My pipeline this quarter", "my pipeline this quarter"), new("Update a deal", "update a deal"), new("Submit my forecast", "submit my forecast")];
    private static readonly Prompt[] OfManagers = [Day, new("My team's week", "team review"), new("What's stuck?", "what's stuck?"), new("Who is missing a forecast?", "who has not submitted their forecast?")];
    private static readonly Prompt[] OfOthers = [Day, new("Pipeline by stage", "pipeline by stage"), new("This quarter", "what does this quarter look like?"), new("Where deals break down", "where are deals breaking down?")];

    public async Task<Reply> ShowAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var reply = await desk.ShowAsync(context, cancellationToken);
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        return reply is Reply.Say { Card: var card } day && person is not null && company.Profile.Rights.Of(person.Role).Changes != Reach.None
            ? day with { Card = card with { Buttons = [.. card.Buttons, .. Begun] }, Remember = new Dictionary<string, string?>() }
            : reply with { Remember = new Dictionary<string, string?>() };
    }

    public async Task<IReadOnlyList<Prompt>> SuggestAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var (_, person) = await scene.SeeAsync(context, cancellationToken);
        return person?.Role switch
        {
            { } role when company.Profile.Rights.Of(role).Sees == Reach.None => OfStrangers,
            null => OfStrangers,
            PersonRole.Rep => OfReps,
            PersonRole.Manager => OfManagers,
            _ => OfOthers,
        };
    }

    private static IEnumerable<CardButton> Begun =>
    [
        new("New deal…", OpenCreateFormAction.Id, "") { OpensForm = true },
        new("Update a deal…", OpenUpdateFormAction.Id, "") { OpensForm = true },
    ];
}
