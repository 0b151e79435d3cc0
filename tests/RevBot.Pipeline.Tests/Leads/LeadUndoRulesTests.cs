using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Leads;
using RevBot.Pipeline.Leads.History;
using RevBot.Pipeline.Leads.Routing;
using RevBot.Pipeline.Leads.Rules;
using RevBot.Testing;

namespace RevBot.Pipeline.Tests.Leads;

/// <summary>What was done to a lead is taken back to the letter, by whom it may be, while nobody has built on it.</summary>
public sealed class LeadUndoRulesTests
{
    private static readonly DateTimeOffset Start = APipeline.At("2026-05-14T09:00");
    private static readonly PipelineSnapshot Company = new APipeline()
        .Person("dana", "Dana Reyes", "EMEA").Person("omar", "Omar Haddad", "AMER").Person("olga", "Olga", role: PersonRole.Operations).Snapshot();

    [Theory]
    [InlineData(LeadStep.Answer)]
    [InlineData(LeadStep.Accept)]
    [InlineData(LeadStep.SalesQualify)]
    [InlineData(LeadStep.Return)]
    [InlineData(LeadStep.Disqualify)]
    [InlineData(LeadStep.Assign)]
    public void Every_step_goes_back_to_the_letter(LeadStep step)
    {
        var lead = new Told(Mql());
        lead.Does(step);
        lead.Undoes();
        Assert.Equal(Shown(Mql()), Shown(lead.Now));
        Assert.Equal((2, Mql()), (lead.Now.Life.Version, lead.Now.AsImported()));
        Assert.Equal(Shown(lead.Now), Shown(lead.Afresh()));
    }

    [Fact]
    public void A_new_MQL_goes_back_to_what_had_become_of_it_before()
    {
        var lead = new Told(Mql());
        lead.Does(LeadStep.Accept);
        lead.Does(LeadStep.Disqualify);
        var over = lead.Now;
        lead.Does(LeadStep.MarketingQualify);
        Assert.Equal((LifecycleStage.Mql, (string?)null, (DateTimeOffset?)null), (lead.Now.Stage, lead.Now.Life.Reason, lead.Now.SalAt));
        lead.Undoes();
        Assert.Equal(Shown(over), Shown(lead.Now));
        Assert.Equal("No need", lead.Now.Life.Reason);
    }

    [Fact]
    public void A_return_that_went_to_the_next_in_line_comes_back_with_whose_turn_it_was()
    {
        var lead = new Told(Mql());
        lead.Happens(stamp => new LeadEvent.Routed(null, new PersonId("dana"), "EMEA", RouteChoice.RoundRobin, 1, null, 0) { Lead = "L-1", Stamp = stamp });
        var before = lead.Now;
        lead.Happens(
            stamp => new LeadEvent.Returned(new PersonId("dana"), "No capacity", null, false) { Lead = "L-1", Stamp = stamp },
            stamp => new LeadEvent.Routed(null, new PersonId("omar"), "EMEA", RouteChoice.RoundRobin, 2, new PersonId("dana"), 0) { Lead = "L-1", Stamp = stamp });
        Assert.Equal(2, lead.Now.Life.Routings.Length);
        lead.Undoes();
        Assert.Equal(Shown(before), Shown(lead.Now));
        Assert.Equal(("dana", 1, 0), (lead.Now.Owner?.Value, lead.Now.Life.Routings.Length, lead.Now.Life.ReturnedBy.Length));
    }

    [Fact]
    public void One_after_the_other_everything_goes_back()
    {
        var lead = new Told(Mql());
        List<string> stood = [];
        foreach (var step in new[] { LeadStep.Answer, LeadStep.Accept, LeadStep.SalesQualify, LeadStep.Return, LeadStep.MarketingQualify, LeadStep.Assign })
        {
            stood.Add(Shown(lead.Now));
            lead.Does(step);
        }

        while (LeadUndoRules.LastTurn(lead.History) is { } turn)
        {
            lead.Undoes(turn);
            Assert.Equal(stood[^1], Shown(lead.Now));
            stood.RemoveAt(stood.Count - 1);
        }

        Assert.Empty(stood);
        Assert.Equal(Shown(Mql()), Shown(lead.Now));
        Assert.Equal(12, lead.Now.Life.Version);
    }

    [Fact]
    public void What_an_import_says_since_stays_under_what_is_put_back()
    {
        var lead = new Told(Mql());
        lead.Does(LeadStep.Accept);
        lead.Does(LeadStep.SalesQualify);
        lead.Undoes();
        Assert.Equal(("Web", LifecycleStage.Sal), lead.Afresh(Mql() with { Source = "Web" }) is var again ? (again.Source, again.Stage) : default);
    }

    [Fact]
    public void That_nobody_could_be_given_it_is_nothing_done_with_it()
    {
        var lead = new Told(Mql() with { Status = "New", MqlAt = null, Owner = null });
        var raw = lead.Now;
        lead.Does(LeadStep.MarketingQualify);
        var turn = lead.LastTurn;
        lead.Happens(stamp => new LeadEvent.Parked("no routing rule takes it") { Lead = "L-1", Stamp = stamp with { By = null, Door = "schedule" } });
        Assert.Equal(turn, LeadUndoRules.LastTurn(lead.History));
        lead.Undoes(turn);
        Assert.Equal(Shown(raw), Shown(lead.Now));
    }

    [Fact]
    public void What_somebody_built_on_is_not_put_back()
    {
        var lead = new Told(Mql());
        lead.Does(LeadStep.Accept);
        var accepted = lead.LastTurn;
        lead.Does(LeadStep.SalesQualify);
        Assert.Equal(
            "Jane Doe has been changed since by Dana Reyes on 14 May 2026, so this cannot be undone. Undo that first, or change it by hand if it should go back.", lead.Refused(accepted));
        lead.Undoes();
        Assert.Null(lead.Refused(accepted));
    }

    [Fact]
    public void Only_its_author_within_a_day_or_operations_take_a_step_back()
    {
        var lead = new Told(Mql());
        lead.Does(LeadStep.Accept);
        var turn = lead.LastTurn;
        Assert.Equal("That change to Jane Doe was made by Dana Reyes, and only who made it or operations may undo it. Ask them, or change it by hand.", lead.Refused(turn, by: "omar"));
        Assert.Null(lead.Refused(turn, later: TimeSpan.FromHours(23)));
        Assert.Equal("That change to Jane Doe is more than 24 hours old, so only operations can still undo it. Ask them, or change it by hand.", lead.Refused(turn, later: TimeSpan.FromHours(25)));
        Assert.Null(lead.Refused(turn, by: "olga", later: TimeSpan.FromDays(30), ofAnybody: true));
    }

    [Fact]
    public void An_undo_is_neither_done_twice_nor_undone()
    {
        var lead = new Told(Mql());
        lead.Does(LeadStep.Accept);
        var turn = lead.LastTurn;
        lead.Undoes();
        Assert.Equal("That change to Jane Doe has already been undone by Dana Reyes.", lead.Refused(turn));
        Assert.Equal("That was an undo itself. Make the change to Jane Doe again instead.", lead.Refused(lead.LastTurn));
        Assert.Equal("There is nothing to undo: that change is not in the history of Jane Doe.", lead.Refused("turn-404"));
        Assert.Null(LeadUndoRules.LastTurn(lead.History));
    }

    [Fact]
    public void What_became_a_deal_and_what_a_file_says_stay()
    {
        var lead = new Told(Mql());
        lead.Happens(stamp => new LeadEvent.FieldSet(LeadFields.Region, null, "EMEA") { Lead = "L-1", Stamp = stamp with { By = null, Door = "import" } });
        Assert.Equal("That change to Jane Doe came with an import, so it is not undone here. Import the file put right, or change it by hand.", lead.Refused(lead.LastTurn, by: "olga", ofAnybody: true));
        lead.Happens(stamp => new LeadEvent.Converted(new DealId("D-9")) { Lead = "L-1", Stamp = stamp });
        Assert.Equal("Jane Doe became a deal by that. Take the deal back instead, and the lead goes back with it: undo the last change to #D-9.", lead.Refused(lead.LastTurn));
    }

    private static Lead Mql() => new("L-1", "Jane Doe", APipeline.At("2026-04-20"), "MQL", Owner: new PersonId("dana"), MqlAt: APipeline.At("2026-05-01"));

    /// <summary>Everything of a lead but how many events it has.</summary>
    private static string Shown(Lead lead) => (lead with { Life = LeadLife.None }) + string.Join(';', lead.Life.Facts.OrderBy(fact => fact.Key)) + string.Join(';', lead.Life.Routings) + string.Join(';', lead.Life.ReturnedBy)
        + (lead.Life with { Version = 0, Imported = null, Past = null, Facts = LeadLife.None.Facts, Routings = [], ReturnedBy = [] });

    /// <summary>A lead and what happens to it, a turn every minute.</summary>
    private sealed class Told(Lead imported)
    {
        private readonly Lead _imported = imported;
        private readonly List<LeadEvent> _history = [];
        private int _turns;

        public Lead Now { get; private set; } = imported;

        public IReadOnlyList<LeadEvent> History => _history;

        public string LastTurn => $"turn-{_turns}";

        public Lead Afresh(Lead? row = null) => _history.Aggregate(row ?? _imported, LeadFold.Apply);

        public void Does(LeadStep step)
        {
            var said = new Dictionary<string, string>
            {
                ["fit"] = "400 people",
                ["action"] = "came back",
                ["budget"] = "50000",
                ["authority"] = "Ann Lee",
                ["need"] = "reporting",
                ["timeline"] = "2026-09-30",
                ["reason"] = step == LeadStep.Return ? "Not ready to talk yet" : "No need",
                ["owner"] = "omar",
            };
            var stamp = Next();
            Write(Assert.IsType<LeadDecision.Accepted>(new LeadRules(Company, TestCompany.Profile, stamp).Decide(Now, step, said)).Events);
        }

        public void Happens(params Func<EventStamp, LeadEvent>[] what)
        {
            var stamp = Next();
            Write([.. what.Select(one => one(stamp))]);
        }

        public void Undoes(string? turn = null)
        {
            var undone = turn ?? LastTurn;
            var stamp = Next();
            Write(Assert.IsType<LeadDecision.Accepted>(LeadUndoRules.Decide(Now, _history, undone, TestCompany.Profile, Company, stamp)).Events);
        }

        /// <summary>Why a turn cannot be undone; null when it can.</summary>
        public string? Refused(string turn, string by = "dana", TimeSpan later = default, bool ofAnybody = false) =>
            LeadUndoRules.Decide(Now, _history, turn, TestCompany.Profile, Company, Stamp(by, "asks") with { At = At + later }, ofAnybody) is LeadDecision.Refused refused ? refused.Reason : null;

        private DateTimeOffset At => Start.AddMinutes(_turns);

        private EventStamp Next()
        {
            _turns++;
            return Stamp("dana", LastTurn);
        }

        private EventStamp Stamp(string who, string turn) => new(At, At, new PersonId(who), turn, "slack");

        private void Write(IReadOnlyList<LeadEvent> events)
        {
            _history.AddRange(events);
            Now = events.Aggregate(Now, LeadFold.Apply);
        }
    }
}
