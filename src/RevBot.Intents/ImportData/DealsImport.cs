using RevBot.Intents.Company;
using RevBot.Pipeline;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.Process;

namespace RevBot.Intents.ImportData;

/// <summary>Deals, found again by the id of the system they come from. An empty cell says nothing: it never clears what is known.</summary>
internal sealed class DealsImport(ImportSession session) : RowImport(session)
{
    private readonly DealLearner _learner = new(session);
    private readonly ProcessGaps _gaps = new(session);
    private readonly UnlistedReasons _unlisted = new(session);
    private readonly Dictionary<string, int> _withoutRate = new(StringComparer.Ordinal);
    private readonly List<(Deal Known, Deal Target, DateTimeOffset Moved)> _changed = [];
    private StageNames? _stages;

    private StageNames Stages => _stages ??= new StageNames(Session.Company.Process);

    public override void Look(ImportRow row)
    {
        if (_learner.IsNeeded)
        {
            _learner.Look(row);
        }
    }

    public override (CompanyProfile? Learned, bool Stages, string? Refusal) Learn() => _learner.IsNeeded ? _learner.Learn() : default;

    public override void Take(ImportRow row)
    {
        var id = new DealId(row.Required(CrmHeaders.Id));
        if (!Session.IsFirst(row, CrmHeaders.Id, id.Value))
        {
            return;
        }

        var known = Session.Snapshot.Find(id);
        var stage = Stage(row);
        var created = row.Instant(CrmHeaders.Created);
        if (created is null && row.IsGood)
        {
            row.Reject(CrmHeaders.Created, string.Empty, $"'{row.Columns.Header(CrmHeaders.Created)}' is empty.");
        }

        if (created > Session.Now)
        {
            row.Reject(CrmHeaders.Created, row.Text(CrmHeaders.Created) ?? string.Empty, "The deal was created in the future.");
        }

        var target = Read(row, known ?? new Deal { Id = id, Name = string.Empty, Stage = default, CreatedAt = created ?? Session.Now }, stage);
        if (target.Status != DealStatus.Open && target.CloseDate is null)
        {
            row.Reject(DealFields.CloseDate, string.Empty, $"A {(target.Status == DealStatus.Won ? "won" : "lost")} deal needs its close date.");
        }

        if (!row.IsGood)
        {
            return;
        }

        // A row that is rejected makes nobody and no account, so these come last.
        target = target with
        {
            Owner = Session.Directory.Owner(row) ?? target.Owner,
            Account = row.IsGood ? Session.Directory.Account(row.Text(CrmHeaders.AccountId), row.Text(DealFields.Account)) ?? target.Account : null,
        };
        if (row.IsGood)
        {
            _unlisted.See(row, target);
            Keep(known, target, row);
        }
    }

    public override async Task FinishAsync(IPipelineReader reader, CancellationToken cancellationToken)
    {
        await ChangeAsync(reader, cancellationToken);
        Session.Notes.AddRange(_unlisted.Notes());
        Session.Notes.AddRange(_gaps.Notes());
        foreach (var (currency, count) in _withoutRate)
        {
            Session.Notes.Add($"{ImportSession.Count(count, "deal")} in {currency}: company.yaml has no rate for it, so totals leave them out and say so until one is added under rates.");
        }

        if (Session.Directory.NewAccounts.Count > 0)
        {
            Session.Notes.Add($"{ImportSession.Count(Session.Directory.NewAccounts.Count, "account")} made from the names in this file.");
        }

        if (Session.Directory.NewPeople.Count > 0)
        {
            Session.Learned.Add($"people: {ImportSession.Count(Session.Directory.NewPeople.Count, "owner")} of these deals (import people for their e-mail addresses, teams and managers)");
        }
    }

    private async Task ChangeAsync(IPipelineReader reader, CancellationToken cancellationToken)
    {
        var kept = new List<string>();
        foreach (var (known, row, moved) in _changed)
        {
            // A deal that has only been created, was created by an import: nobody has changed it since.
            var target = known.Version == 1 ? row : ChatChanges.Keep(known, row, await reader.GetHistoryAsync(known.Id, cancellationToken));
            if (DealDifference.Events(row, target, Session.Stamp(Session.Now), Session.Stamp(Session.Now)).Count > 0)
            {
                kept.Add($"{known.Name} ({known.Id})");
            }

            var events = DealDifference.Events(known, target, Session.Stamp(Session.Now), Session.Stamp(moved));
            if (events.Count == 0)
            {
                Session.CountUnchanged();
                continue;
            }

            Session.Deals.Add(new DealChange(known.Id, known.Version, events));
            Session.CountUpdated();
            _gaps.See(target);
        }

        if (kept.Count > 0)
        {
            Session.Notes.Add($"{ImportSession.Count(kept.Count, "deal was", "deals were")} changed in RevBot since, where the file still says what it said before: those changes stay. First: {string.Join("; ", kept.Take(3))}.");
        }
    }

    private void Keep(Deal? known, Deal target, ImportRow row)
    {
        if (target.Amount is { } amount && amount.Currency != Session.Company.Currency && !Session.Company.Rates.Rates.Any(rate => rate.Currency == amount.Currency))
        {
            _withoutRate[amount.Currency] = _withoutRate.GetValueOrDefault(amount.Currency) + 1;
        }

        var stageAt = row.Instant(CrmHeaders.StageChanged);
        if (known is null)
        {
            var entered = target.Status == DealStatus.Open && stageAt is { } at && at >= target.CreatedAt && at <= Session.Now ? stageAt : null;
            var creation = DealDifference.Creation(target, Session.Stamp(target.CreatedAt), historyKnown: false, entered);
            if (Session.Snapshot.RemovedDeals.TryGetValue(target.Id, out var removed))
            {
                // Taken back here and brought once more: it begins anew.
                Session.RewrittenDeals.Add(new DealChange(target.Id, removed, [creation]));
            }
            else
            {
                Session.Deals.Add(new DealChange(target.Id, 0, [creation]));
            }

            Session.CountCreated();
            _gaps.See(target);
            return;
        }

        var moved = stageAt ?? row.Instant(CrmHeaders.WonAt) ?? row.Instant(CrmHeaders.LostAt) ?? row.Instant(CrmHeaders.ClosedAt) ?? Session.Now;
        moved = moved > Session.Now ? Session.Now : moved < known.ChangedAt ? known.ChangedAt : moved;
        if (DealDifference.Events(known, target, Session.Stamp(Session.Now), Session.Stamp(moved)).Count == 0)
        {
            Session.CountUnchanged();
        }
        else
        {
            _changed.Add((known, target, moved));
        }
    }

    private Deal Read(ImportRow row, Deal deal, Stage? stage)
    {
        var company = Session.Company;
        var status = stage is null ? deal.Status : StageNames.StatusOf(stage);
        var closedAt = status switch
        {
            DealStatus.Won => row.Day(CrmHeaders.WonAt) ?? row.Day(CrmHeaders.ClosedAt),
            DealStatus.Lost => row.Day(CrmHeaders.LostAt) ?? row.Day(CrmHeaders.ClosedAt),
            _ => null,
        };
        var closeDate = row.Day(DealFields.CloseDate);
        var read = deal with
        {
            Name = row.Required(DealFields.Name),
            Stage = stage?.Id ?? deal.Stage,
            Status = status,
            Amount = row.Money() ?? deal.Amount,
            CloseDate = closedAt ?? closeDate ?? deal.CloseDate,
            SignedDate = row.Day(DealFields.SignedDate) ?? (status == DealStatus.Open && deal.Status != DealStatus.Open ? null : deal.SignedDate),
            Source = row.Word(DealFields.Source, company.Sources, "sources") ?? deal.Source,
            DealType = row.Word(DealFields.DealType, company.DealTypes, "deal_types") ?? deal.DealType,
            Segment = row.Word(DealFields.Segment, company.Segments, "segments") ?? deal.Segment,
            Region = row.Word(DealFields.Region, company.Regions, "regions") ?? deal.Region,
            Product = row.Text(DealFields.Product) ?? deal.Product,
            ForecastCategory = row.Text(DealFields.ForecastCategory) ?? deal.ForecastCategory,
            NextStep = row.Text(DealFields.NextStep) ?? deal.NextStep,
            NextStepDate = row.Day(DealFields.NextStepDate) ?? deal.NextStepDate,
            Competitor = row.Text(DealFields.Competitor) ?? deal.Competitor,
        };
        foreach (var (key, position) in row.Columns.CompanyFields)
        {
            if (row.Text(position) is { } text && Own(row, key, text) is { } value)
            {
                read = read with { Fields = read.Fields.SetItem(key, value) };
            }
        }

        // What won a deal goes with its win.
        return WithLoss(row, read.Status == DealStatus.Won ? read : read with { Fields = read.Fields.Remove(DealFields.WinReason) });
    }

    /// <summary>A value of the company's own field in the text it is kept in; null, and the row rejected, when it cannot be one.</summary>
    private string? Own(ImportRow row, string key, string text)
    {
        var (value, kind) = Session.Company.Fields.FirstOrDefault(field => field.Key == key)?.Kind switch
        {
            FieldKind.YesNo => (YesNo.Read(text), "neither yes nor no"),
            FieldKind.People => (NameList.Read(text) is { } names ? NameList.Write(names) : null, "no names with commas between"),
            _ => (text, ""),
        };
        if (value is null)
        {
            row.Reject($"{FileColumns.CompanyFieldPrefix}{key}", text, $"'{text}' in {key} is {kind}. Correct it, or leave it empty.");
        }

        return value;
    }

    private Deal WithLoss(ImportRow row, Deal deal)
    {
        if (deal.Status != DealStatus.Lost)
        {
            return deal with { LossReason = null, LossDetail = null, LossNote = null };
        }

        var catalog = Session.Company.LossReasons;
        var reason = row.Text(DealFields.LossReason) is { } text ? LossNames.FindReason(catalog, text) : null;
        if (_unlisted.WordsOf(row) is { } words)
        {
            // Once a person has said why, the file's words have been answered.
            return deal.LossReason is null ? deal with { LossNote = UnlistedReasons.NoteOf(words, row.Text(DealFields.LossNote)) } : deal;
        }

        LossDetail? detail = null;
        if (row.Text(DealFields.LossDetail) is { } detailText && reason is not null)
        {
            detail = LossNames.FindDetail(reason, detailText);
            if (detail is null)
            {
                row.Reject(DealFields.LossDetail, detailText, $"'{detailText}' is not a detail of the loss reason '{reason.Name}'. {NearestName.Known(detailText, [.. reason.Details.Select(one => one.Name)])}");
            }
        }

        return deal with
        {
            LossReason = reason?.Key ?? deal.LossReason,
            LossDetail = detail?.Key ?? (reason is null || reason.Key == deal.LossReason ? deal.LossDetail : null),
            LossNote = row.Text(DealFields.LossNote) ?? deal.LossNote,
        };
    }

    private Stage? Stage(ImportRow row)
    {
        var text = row.Required(DealFields.Stage);
        var status = row.Text(CrmHeaders.Status);
        if (status is not null && StageNames.Outcome(status, null, null) is null)
        {
            row.Reject(CrmHeaders.Status, status, $"'{status}' is not a status: known are open, won and lost.");
        }

        if (text.Length == 0)
        {
            return null;
        }

        if (Stages.Find(text) is not { } stage)
        {
            row.Reject(DealFields.Stage, text, $"'{text}' is not a stage in company.yaml. {NearestName.Known(text, Stages.Known)} Correct it, or add it to stages.");
            return null;
        }

        var outcome = StageNames.Outcome(status, row.Flag(CrmHeaders.IsWon), row.Flag(CrmHeaders.IsClosed));
        if (outcome is null || outcome == stage.Group)
        {
            return stage;
        }

        // A CRM that keeps the outcome apart leaves a closed deal in its last open stage.
        if (outcome != StageGroup.Open && stage.Group == StageGroup.Open)
        {
            return Stages.First(outcome.Value);
        }

        row.Reject(CrmHeaders.Status, status ?? string.Empty, $"The stage '{stage.Name}' and the outcome '{outcome.Value.ToString().ToLowerInvariant()}' contradict each other.");
        return null;
    }
}
