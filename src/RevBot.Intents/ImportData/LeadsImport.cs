using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;

namespace RevBot.Intents.ImportData;

/// <summary>Leads, in the company's own words. The first file teaches its sources.</summary>
internal sealed class LeadsImport(ImportSession session) : RowImport(session)
{
    private readonly ValueTally _sources = new();
    private readonly ValueTally _segments = new();
    private readonly ValueTally _regions = new();
    private readonly ValueTally _unknownStatuses = new();
    private static readonly string[] Moments = [CrmHeaders.ConvertedAt, CrmHeaders.FirstResponseAt, CrmHeaders.MqlAt, CrmHeaders.SalAt, CrmHeaders.SqlAt, CrmHeaders.ClosedAt];

    private readonly Dictionary<string, Lead> _known = session.Snapshot.Leads.ToDictionary(lead => lead.Id, StringComparer.Ordinal);

    public override void Look(ImportRow row)
    {
        _sources.See(row.Text(DealFields.Source));
        _segments.See(row.Text(DealFields.Segment));
        _regions.See(row.Text(DealFields.Region));
    }

    public override (CompanyProfile? Learned, bool Stages, string? Refusal) Learn()
    {
        if (_known.Count > 0)
        {
            return default;
        }

        var lists = new ListLearner(Session);
        var learned = Session.Company with { Sources = lists.Learn("sources", Session.Company.Sources, _sources, profile => profile.Sources) };
        if (Session.Snapshot.Accounts.Count == 0)
        {
            learned = learned with
            {
                Segments = lists.Learn("segments", learned.Segments, _segments, profile => profile.Segments),
                Regions = lists.Learn("regions", learned.Regions, _regions, profile => profile.Regions),
            };
        }

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
        var segment = row.Word(DealFields.Segment, Session.Company.Segments, "segments");
        var region = row.Word(DealFields.Region, Session.Company.Regions, "regions");
        var status = Status(row);
        DateTimeOffset?[] reached = [.. Moments.Select(row.Instant)];
        if (!Session.IsFirst(row, CrmHeaders.Id, id) || !row.IsGood)
        {
            return;
        }

        var owner = Session.Directory.Owner(row);
        if (!row.IsGood)
        {
            return;
        }

        // What files said before is what this one is held against: what people did since stands on top of it.
        var standing = _known.GetValueOrDefault(id);
        var known = standing?.AsImported();
        var deal = row.Text(CrmHeaders.DealId) is { } text ? new DealId(text) : known?.Deal;
        var lead = new Lead(
            id,
            name,
            created ?? Session.Now,
            status ?? known?.Status,
            source ?? known?.Source,
            owner ?? known?.Owner,
            account ?? known?.Account,
            reached[0] ?? known?.ConvertedAt,
            deal,
            reached[1] ?? known?.FirstResponseAt,
            reached[2] ?? known?.MqlAt,
            reached[3] ?? known?.SalAt,
            reached[4] ?? known?.SqlAt,
            reached[5] ?? known?.ClosedAt,
            segment ?? known?.Segment,
            region ?? known?.Region);
        if (status is not null && Lifecycle.OfStatus(status) is null)
        {
            _unknownStatuses.See(status);
        }

        lead = lead with { Life = known?.Life ?? LeadLife.None };
        if (lead == known)
        {
            Session.CountUnchanged();
            return;
        }

        Session.Leads.Add(lead);
        if (standing is not null && known is not null && standing.Life.Version > 0)
        {
            Correct(standing, known, lead);
        }

        if (known is null)
        {
            Session.CountCreated();
        }
        else
        {
            Session.CountUpdated();
        }
    }

    /// <summary>What the file newly says holds, also of a lead that was worked on here; what it merely repeats does not undo what people did.</summary>
    private void Correct(Lead standing, Lead known, Lead said)
    {
        var corrections = LeadFields.Imported
            .Where(field => LeadFold.ValueOf(said, field) != LeadFold.ValueOf(known, field) && LeadFold.ValueOf(said, field) != LeadFold.ValueOf(standing, field))
            .Select(field => (LeadEvent)new LeadEvent.FieldSet(field, LeadFold.ValueOf(standing, field), LeadFold.ValueOf(said, field)) { Lead = said.Id, Stamp = Session.Stamp(Session.Now) })
            .ToList();
        if (corrections.Count > 0)
        {
            Session.LeadChanges.Add(new LeadChange(said.Id, standing.Life.Version, corrections));
        }
    }

    public override Task FinishAsync(IPipelineReader reader, CancellationToken cancellationToken)
    {
        if (_unknownStatuses.Values.Count > 0)
        {
            var shown = _unknownStatuses.Values.OrderByDescending(_unknownStatuses.CountOf).Take(10).Select(status => $"'{Shown.Of(status)}' ({ImportSession.Count(_unknownStatuses.CountOf(status), "lead")})");
            Session.Notes.Add($"Not known as a stage of a lead's lifecycle: {string.Join(", ", shown)}. The dates decide where these leads stand; known are {string.Join(", ", Lifecycle.Names)} and what CRMs call them.");
        }

        return Task.CompletedTask;
    }

    /// <summary>Files may have two columns: the lifecycle tells how far it has come, the status whether it is over.</summary>
    private static string? Status(ImportRow row)
    {
        var (status, lifecycle) = (row.Text(CrmHeaders.Status), row.Text(CrmHeaders.Lifecycle));
        return lifecycle is null || Lifecycle.OfStatus(status) is LifecycleStage.Disqualified or LifecycleStage.Recycled ? status ?? lifecycle : lifecycle;
    }
}
