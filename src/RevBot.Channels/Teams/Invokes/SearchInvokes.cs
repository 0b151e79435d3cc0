using RevBot.Channels.Teams.Cards;
using RevBot.Channels.Teams.Protocol;
using RevBot.Conversation.Forms;
using RevBot.Conversation.Turns;

namespace RevBot.Channels.Teams.Invokes;

/// <summary>Finds options while somebody types into a choice of a form. Reads only.</summary>
internal sealed class SearchInvokes(IFormOptions options, TimeProvider time)
{
    /// <summary>No more are shown.</summary>
    private const int MostShown = 15;

    public async Task<InvokeAnswer> AnswerAsync(Activity activity, string tenant)
    {
        var found = WireJson.Read(activity.Value, TeamsJson.Default.SearchInvokeValue) is { } search && FormDataset.Read(search.Dataset) is { } dataset
            ? await FindAsync(activity, tenant, search, dataset)
            : [];
        var results = new SearchResults([.. found.Select(option => new SearchResult(AdaptiveFields.ChoiceOf(option).Title, option.Key))]);
        return InvokeAnswer.Of(new SearchResponse(200, SearchResponse.ResponseType, results), TeamsJson.Default.SearchResponse);
    }

    private async Task<IReadOnlyList<FieldOption>> FindAsync(Activity activity, string tenant, SearchInvokeValue search, FormDataset dataset)
    {
        var soFar = CardCall.ReadValues(search.Data);
        var skip = Math.Clamp(search.QueryOptions?.Skip ?? 0, 0, 1_000);
        var most = Math.Clamp(search.QueryOptions?.Top ?? MostShown, 1, MostShown);
        return TeamsTranslator.FromPress(activity, tenant, new TurnInput.FormOpening(dataset.SessionId, soFar, null), time.GetUtcNow()) is { } asked
            ? [.. (await options.SearchAsync(asked, dataset.SessionId, dataset.FieldId, search.QueryText?.Trim() ?? string.Empty, soFar, skip + most, CancellationToken.None)).Skip(skip)]
            : [];
    }
}
