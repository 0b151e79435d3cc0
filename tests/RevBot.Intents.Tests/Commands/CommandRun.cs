using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RevBot.Conversation.Replies;
using RevBot.Conversation.Turns;
using RevBot.Pipeline;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Moves;

namespace RevBot.Intents.Tests.Commands;

/// <summary>Rounds of commands over one store, each held against the laws of the process; every other round is taken back whole.</summary>
internal sealed class CommandRun(CommandHouse house, int seed)
{
    /// <summary>What each command takes by the clock: a round lies within the day in which a change may be undone.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(40);

    private readonly Random _random = new(seed);
    private readonly ProcessOracle _oracle = new(house.Company);
    private readonly LeadOracle _leads = new(house.Company);
    private readonly List<(DealId Deal, string Turn, string Who)> _writes = [];
    private readonly List<(string Lead, string Turn, string Who)> _leadWrites = [];

    /// <summary>Deals that taking back this round does not bring to its start: imported in between, or something of an earlier round was undone.</summary>
    private readonly HashSet<DealId> _apart = [];

    /// <summary>The same of leads: those that became deals, too.</summary>
    private readonly HashSet<string> _leadsApart = [];

    /// <summary>Deals of which something was noted that stays: one of those that was made this round stays, too.</summary>
    private readonly HashSet<DealId> _noted = [];

    private readonly Dictionary<string, int> _outcomes = [];

    /// <summary>How often turns came to what.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    public async Task RoundAsync(int commands, bool takeBack)
    {
        _writes.Clear();
        _leadWrites.Clear();
        _apart.Clear();
        _noted.Clear();
        _leadsApart.Clear();
        var (source, start) = (new CommandSource(_random), await house.SnapshotAsync());
        var import = _random.Next(3) == 0 ? _random.Next(commands) : -1;
        for (var number = 0; number < commands; number++)
        {
            house.Time.Advance(Pace);
            if (number == import)
            {
                await ImportAsync();
            }

            var before = await house.SnapshotAsync();
            var (who, input) = source.Next(before);
            var result = await house.DoesAsync(who, input);
            source.Shown(who, result.Form, house.Watch.Buttons);
            await JudgeAsync(who, input, result, before);
            if (_random.Next(40) == 0)
            {
                // A platform that did not hear the answer says it once more.
                Assert.True((await house.DoesAsync(who, input, again: true)).Duplicate, Said(who, input));
                Assert.Empty(house.Watch.Changes);
                Assert.Empty(house.Watch.LeadChanges);
            }
        }

        await HistoriesAsync();
        if (takeBack)
        {
            await TakeBackAsync(start);
        }

        house.Time.Advance(TimeSpan.FromHours(_random.Next(40)));
    }

    private async Task JudgeAsync(string who, TurnInput input, TurnResult result, PipelineSnapshot before)
    {
        var changes = house.Watch.Changes.ToList();
        var outcome = (string?)result.Reply?.Data?["outcome"] ?? result.Reply?.GetType().Name ?? "none";
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;
        var said = Said(who, input);
        Assert.False(result.Reply is Reply.Say { Card: var card } && card.Summary.Contains("went wrong", StringComparison.Ordinal), $"{said}: failed");
        var leads = house.Watch.LeadChanges.ToList();
        Assert.True(changes.Count + leads.Count == 0 == (outcome != "done"), $"{said}: {outcome} with {changes.Count} changes of deals and {leads.Count} of leads");
        foreach (var change in leads)
        {
            await JudgeAsync(change, who, said, before, await house.SnapshotAsync());
        }

        if (changes.Count == 0)
        {
            Assert.All(result.Errors, error => Assert.False(string.IsNullOrWhiteSpace(error.Message), said));
            NamesWhatIsMissing(input, result, before, said);
            return;
        }

        Assert.Equal(changes.Count, changes.Select(change => change.Deal).Distinct().Count());
        var after = await house.SnapshotAsync();
        foreach (var change in changes)
        {
            await JudgeAsync(change, who, said, before, after);
        }
    }

    private async Task JudgeAsync(LeadChange change, string who, string said, PipelineSnapshot before, PipelineSnapshot after)
    {
        Assert.True(before.People.ContainsKey(new PersonId(who)) && who is not ("eli" or "gus"), $"{said}: {who} wrote");
        var (was, lead) = (before.Leads.First(lead => lead.Id == change.Lead), after.Leads.First(lead => lead.Id == change.Lead));
        Assert.Equal(was.Life.Version + change.Events.Count, lead.Life.Version);
        Assert.True(_leads.Problem(was, lead, change.Events, before, after) is not { } problem, $"{said}: {lead.Name}: {_leads.Problem(was, lead, change.Events, before, after)}");
        await FoldAsync(lead);
        if (change.Events is [LeadEvent.PutBack back])
        {
            var then = (await house.HistoryAsync(lead)).TakeWhile(happened => happened.Stamp.Turn != back.Undoes).Aggregate(lead.AsImported(), LeadFold.Apply);
            Assert.True(AsItStands(then) == AsItStands(lead), $"{said}: {lead.Name} is not as it was before {back.Undoes}\n{AsItStands(then)}\n{AsItStands(lead)}");
            if (_leadWrites.RemoveAll(write => write.Turn == back.Undoes && write.Lead == change.Lead) == 0)
            {
                _leadsApart.Add(change.Lead);
            }
        }
        else if (change.Events.Any(happened => happened is LeadEvent.Converted))
        {
            _leadsApart.Add(change.Lead);
        }
        else
        {
            _leadWrites.Add((change.Lead, house.LastTurn, who));
        }
    }

    private async Task JudgeAsync(DealChange change, string who, string said, PipelineSnapshot before, PipelineSnapshot after)
    {
        Assert.True(before.People.ContainsKey(new PersonId(who)) && who is not ("eli" or "gus"), $"{said}: {who} wrote");
        if (change.Events is [DealEvent.Removed { Undoes: { } made }])
        {
            Assert.True(after.Find(change.Deal) is null && after.RemovedDeals.ContainsKey(change.Deal) && (await house.HistoryAsync(change.Deal))[0].Stamp.Turn == made, said);
            Assert.True(_writes.TrueForAll(write => write.Deal != change.Deal || write.Turn == made), $"{said}: {change.Deal} went though it was worked on");
            _writes.RemoveAll(write => write.Deal == change.Deal);
            return;
        }

        var deal = after.Find(change.Deal)!;
        if (before.Find(change.Deal) is not { } was)
        {
            _writes.Add((change.Deal, house.LastTurn, who));
            Assert.True(_oracle.ProblemOfNew(deal, change.Events, after, house.Today) is not { } wrong, $"{said}: {_oracle.ProblemOfNew(deal, change.Events, after, house.Today)}");
            await FoldAsync(deal);
            return;
        }

        Assert.Equal(was.Version + change.Events.Count, deal.Version);
        Assert.True(_oracle.Problem(was, deal, change.Events, after, house.Today) is not { } problem, $"{said}: {_oracle.Problem(was, deal, change.Events, after, house.Today)}");
        await FoldAsync(deal);
        if (change.Events.Select(happened => happened.Undoes).OfType<string>().FirstOrDefault() is { } undone)
        {
            await BackWhereItWasAsync(deal, change.Events.Count, after, said);
            if (_writes.RemoveAll(write => write.Turn == undone && write.Deal == change.Deal) == 0)
            {
                _apart.Add(change.Deal);
            }
        }
        else if (change.Events.Any(happened => happened is not (DealEvent.NoteAdded or DealEvent.ActivityLogged or DealEvent.ApprovalAsked or DealEvent.ApprovalAnswered or DealEvent.ApprovalWithdrawn)))
        {
            _writes.Add((change.Deal, house.LastTurn, who));
        }
        else
        {
            _noted.Add(change.Deal);
        }
    }

    /// <summary>An undo leaves a deal lacking only what it already lacked in that stage.</summary>
    private async Task BackWhereItWasAsync(Deal deal, int events, PipelineSnapshot snapshot, string said)
    {
        var lacking = _oracle.Lacking(deal, deal.Stage, snapshot, house.Today).ToHashSet();
        Deal? state = null;
        foreach (var happened in (await house.HistoryAsync(deal.Id)).SkipLast(events))
        {
            state = DealFold.Apply(state, happened, house.Company.Process.PositionOf);
            if (lacking.Count > 0 && state.Stage == deal.Stage)
            {
                lacking.ExceptWith(_oracle.Lacking(state, state.Stage, snapshot, house.Today));
            }
        }

        Assert.True(lacking.Count == 0, $"{said}: {deal.Name} is back in {deal.Stage} without {string.Join(", ", lacking)}");
    }

    /// <summary>A move that is not made since something is missing asks for all of it.</summary>
    private void NamesWhatIsMissing(TurnInput input, TurnResult result, PipelineSnapshot before, string said)
    {
        if (result.Reply is Reply.Ask { FormId: "bulk-update.form", Seed: var bulk } many && bulk.TryGetValue("to", out var stage))
        {
            foreach (var left in many.Data!["left"]!.AsArray().Where(left => ((string)left!["reason"]!).Contains(" needs ", StringComparison.Ordinal)))
            {
                // What is asked for once for all is no reason to leave one.
                var (one, reason) = (before.Find(new DealId((string)left!["deal"]!))!, (string)left["reason"]!);
                foreach (var field in _oracle.Lacking(one, new StageId(stage), before, house.Today).Where(field => field is not ("loss_note" or "loss_reason" or "loss_detail" or "competitor" or "win_reason")))
                {
                    Assert.True(reason.Contains(FieldCatalog.Find(house.Company, field)!.Label, StringComparison.OrdinalIgnoreCase), $"{said}: {one.Name} lacks {field}, and is left since {reason}");
                }
            }
        }

        if (result.Reply is not Reply.Ask { FormId: "move-deal.form", Seed: var seed } || !seed.TryGetValue("to", out var to) || seed.ContainsKey("fact.amount") || before.Find(new DealId(seed["deal"])) is not { } deal)
        {
            return;
        }

        var asked = result.Reply.Data!["form"]!["fields"]!.AsArray().Select(field => (string)field!["id"]!).ToHashSet();
        foreach (var field in _oracle.Lacking(deal, new StageId(to), before, house.Today).Where(field => field is not "loss_note"))
        {
            Assert.True(asked.Contains(field) || seed.ContainsKey("fact." + field), $"{said}: {field} is missing and not asked for, only {string.Join(", ", asked)}");
        }
    }

    private async Task ImportAsync()
    {
        var snapshot = await house.SnapshotAsync();
        var file = new StringBuilder("id,name,stage,amount,created,close_date,loss_reason\n");
        foreach (var deal in snapshot.Deals.ToArray().Where(_ => _random.Next(8) == 0))
        {
            var stage = house.Company.Process.Stages[_random.Next(house.Company.Process.Stages.Count)];
            var amount = _random.Next(3) == 0 ? "" : (_random.Next(1, 30) * 10_000).ToString(CultureInfo.InvariantCulture);
            file.Append(CultureInfo.InvariantCulture, $"{deal.Id},{deal.Name},{stage.Name},{amount},2026-09-01,2026-10-{_random.Next(10, 30)},{(stage.Id.Value == "lost" && _random.Next(2) == 0 ? "Price" : "")}\n");
            _apart.Add(deal.Id);
        }

        var report = await house.ImportAsync(file.ToString());
        Assert.True(report.Refusal is null && report.Rejected == 0, $"{report.Refusal} {string.Join("; ", report.Problems.Select(problem => problem.Reason))}");
    }

    /// <summary>Everything that was done, the last first, by whoever did it: then every deal and every lead is as it was.</summary>
    private async Task TakeBackAsync(PipelineSnapshot start)
    {
        foreach (var written in _writes.AsEnumerable().Reverse().Where(write => !_apart.Contains(write.Deal) && (start.Find(write.Deal) is not null || !_noted.Contains(write.Deal))).GroupBy(write => (write.Turn, write.Who)).ToList())
        {
            // What one turn did to several deals is taken back at once.
            var deal = written.First().Deal;
            var result = await house.DoesAsync(written.Key.Who, new TurnInput.ButtonClick("undo-last-change.confirm", written.Count() > 1 ? $"|{written.Key.Turn}" : $"{deal}|{written.Key.Turn}", null));
            Assert.True(
                (string?)result.Reply?.Data?["outcome"] == "done",
                $"{written.Key} of {deal} is not undone: {result.Reply?.Data?["reason"]}\n{string.Join('\n', await house.HistoryAsync(deal))}");
            Assert.True(
                written.All(write => house.Watch.Changes.Exists(change => change.Deal == write.Deal)),
                $"{written.Key}: left alone are {string.Join(", ", written.Where(write => !house.Watch.Changes.Exists(change => change.Deal == write.Deal)).Select(write => write.Deal))}: {result.Reply?.Data?["left"]}");
        }

        foreach (var (lead, turn, who) in _leadWrites.AsEnumerable().Reverse().Where(write => !_leadsApart.Contains(write.Lead)).ToList())
        {
            var result = await house.DoesAsync(who, new TurnInput.ButtonClick("undo-last-change.confirm", $"lead:{lead}|{turn}", null));
            Assert.True((string?)result.Reply?.Data?["outcome"] == "done", $"seed {seed}: {turn} of lead {lead} by {who} is not undone: {result.Reply?.Data?["reason"]}");
        }

        var end = await house.SnapshotAsync();
        Assert.All(end.Deals.ToArray(), deal => Assert.True(start.Find(deal.Id) is not null || _noted.Contains(deal.Id) || _apart.Contains(deal.Id), $"seed {seed}: {deal.Id} is still there after all was taken back"));
        foreach (var lead in start.Leads.Where(lead => !_leadsApart.Contains(lead.Id)))
        {
            var (was, now) = (AsItStands(lead), AsItStands(end.Leads.First(one => one.Id == lead.Id)));
            Assert.True(was == now, $"seed {seed}: after all was taken back lead {lead.Id} is not as it was\n{was}\n{now}");
        }

        foreach (var deal in start.Deals.ToArray().Where(deal => !_apart.Contains(deal.Id)))
        {
            var (was, now) = (Describe(deal), Describe(end.Find(deal.Id)!));
            Assert.True(was == now, $"seed {seed}: after all was taken back {deal.Id} is not as it was\n{was}\n{now}\n{string.Join('\n', await TailAsync(deal))}");
        }

        await HistoriesAsync();
    }

    /// <summary>What has happened to a deal since it was like this.</summary>
    private async Task<IEnumerable<DealEvent>> TailAsync(Deal start) => (await house.HistoryAsync(start.Id)).Skip(start.Version);

    private async Task HistoriesAsync()
    {
        foreach (var deal in (await house.SnapshotAsync()).Deals.ToArray())
        {
            await FoldAsync(deal);
        }

        foreach (var lead in (await house.SnapshotAsync()).Leads)
        {
            await FoldAsync(lead);
        }
    }

    private async Task FoldAsync(Lead lead)
    {
        var folded = (await house.HistoryAsync(lead)).Aggregate(lead.AsImported(), LeadFold.Apply);
        Assert.Equal(Describe(folded), Describe(lead));
    }

    private async Task FoldAsync(Deal deal)
    {
        var history = await house.HistoryAsync(deal.Id);
        var folded = history.Aggregate((Deal?)null, (state, happened) => DealFold.Apply(state, happened, house.Company.Process.PositionOf))!;
        Assert.Equal(Describe(folded), Describe(deal));
        Assert.Equal((folded.Version, folded.ChangedAt, folded.ChangedBy), (deal.Version, deal.ChangedAt, deal.ChangedBy));
    }

    /// <summary>Every field of a deal and all that is kept of its past; not who changed it last.</summary>
    private static string Describe(Deal deal) =>
        (deal with { Visits = [], PastAmounts = [], PastCloseDates = [], Pauses = [], Approvals = [], Version = 0, ChangedAt = default, ChangedBy = null, Fields = ImmutableDictionary<string, string>.Empty })
        + string.Join(';', deal.Fields.OrderBy(field => field.Key, StringComparer.Ordinal)) + string.Join(';', deal.Visits) + string.Join(';', deal.PastAmounts) + string.Join(';', deal.PastCloseDates) + string.Join(';', deal.Pauses);

    private static string Describe(Lead lead) =>
        (lead with { Life = LeadLife.None }) + string.Join(';', lead.Life.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal)) + string.Join(';', lead.Life.Routings) + string.Join(';', lead.Life.ReturnedBy)
        + (lead.Life with { Facts = LeadLife.None.Facts, Routings = [], ReturnedBy = [], Imported = null, Past = null });

    /// <summary>All of a lead but how many events it has.</summary>
    private static string AsItStands(Lead lead) => Describe(lead with { Life = lead.Life with { Version = 0 } });

    private string Said(string who, TurnInput input) => $"seed {seed}, {house.LastTurn}, {who}: {input switch
    {
        TurnInput.FormSubmission form => $"{form.SessionId} {string.Join(", ", form.Values.Items)}",
        _ => input.ToString(),
    }}";
}
