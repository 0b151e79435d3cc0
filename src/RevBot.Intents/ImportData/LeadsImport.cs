using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;

namespace RevBot.Intents.ImportData;

/// <summary>Leads, in the company's own words. The first file teaches its sources.</summary>
internal sealed class LeadsImport(ImportSession session) : RowImport(session)
{
    private readonly ValueTally _sources = new();
    private readonly Dictionary<string, Lead> _known = session.Snapshot.Leads.ToDictionary(lead => lead.Id, StringComparer.Ordinal);

    public override void Look(ImportRow row) => _sources.See(row.Text(DealFields.Source));

    public override (CompanyProfile? Learned, bool Stages, string? Refusal) Learn()
    {
        if (_known.Count > 0)
        {
            return default;
        }

        var lists = new ListLearner(Session);
        var learned = Session.Company with { Sources = lists.Learn("sources", Session.Company.Sources, _sources, profile => profile.Sources) };
        return (lists.HasLearned ? learned : null, false, null);
    }

    public override void Take(ImportRow row)
    {
        var id = row.Required(CrmHeaders.Id);
        var account = row.Text(DealFields.Account);
        var name = row.Text(DealFields.Name) ?? string.Join(' ', ((string?[])[row.Text(CrmHeaders.FirstName), row.Text(CrmHeaders.LastName)]).OfType<string>());
        if (name.Length == 0)
        {
            row.Reject(DealFields.Name, string.Empty, "The name is empty.");
        }

        var created = row.Instant(CrmHeaders.Created);
        if (created is null && row.IsGood)
        {
            row.Reject(CrmHeaders.Created, string.Empty, $"'{row.Columns.Header(CrmHeaders.Created)}' is empty.");
        }

        var source = row.Word(DealFields.Source, Session.Company.Sources, "sources");
        var converted = row.Instant(CrmHeaders.ConvertedAt);
        if (!Session.IsFirst(row, CrmHeaders.Id, id) || !row.IsGood)
        {
            return;
        }

        var owner = Session.Directory.Owner(row);
        if (!row.IsGood)
        {
            return;
        }

        var known = _known.GetValueOrDefault(id);
        var deal = row.Text(CrmHeaders.DealId) is { } text ? new DealId(text) : known?.Deal;
        var lead = new Lead(
            id,
            name,
            created ?? Session.Now,
            row.Text(CrmHeaders.Status) ?? known?.Status,
            source ?? known?.Source,
            owner ?? known?.Owner,
            account ?? known?.Account,
            converted ?? known?.ConvertedAt,
            deal);
        if (lead == known)
        {
            Session.CountUnchanged();
            return;
        }

        Session.Leads.Add(lead);
        if (known is null)
        {
            Session.CountCreated();
        }
        else
        {
            Session.CountUpdated();
        }
    }
}
