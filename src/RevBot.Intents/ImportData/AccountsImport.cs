using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;

namespace RevBot.Intents.ImportData;

/// <summary>Companies that deals are made with. While there are no deals, the file teaches segments and regions.</summary>
internal sealed class AccountsImport(ImportSession session) : RowImport(session)
{
    private readonly ValueTally _segments = new();
    private readonly ValueTally _regions = new();

    public override void Look(ImportRow row)
    {
        _segments.See(row.Text(DealFields.Segment));
        _regions.See(row.Text(DealFields.Region));
    }

    public override (CompanyProfile? Learned, bool Stages, string? Refusal) Learn()
    {
        if (Session.Snapshot.Deals.Length > 0 || Session.Snapshot.Accounts.Count > 0)
        {
            return default;
        }

        var lists = new ListLearner(Session);
        var learned = Session.Company with
        {
            Segments = lists.Learn("segments", Session.Company.Segments, _segments, profile => profile.Segments),
            Regions = lists.Learn("regions", Session.Company.Regions, _regions, profile => profile.Regions),
        };
        return (lists.HasLearned ? learned : null, false, null);
    }

    public override void Take(ImportRow row)
    {
        var name = row.Required(DealFields.Name);
        var id = row.Text(CrmHeaders.Id) ?? name;
        var segment = row.Word(DealFields.Segment, Session.Company.Segments, "segments");
        var region = row.Word(DealFields.Region, Session.Company.Regions, "regions");
        if (!Session.IsFirst(row, CrmHeaders.Id, id) || !row.IsGood)
        {
            return;
        }

        var known = Session.Directory.Known(id, name);
        var account = new Account(known?.Id ?? new AccountId(id), name, segment ?? known?.Segment, region ?? known?.Region, row.Text(CrmHeaders.Industry) ?? known?.Industry);
        if (account == known)
        {
            Session.CountUnchanged();
            return;
        }

        Session.Accounts.Add(account);
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
