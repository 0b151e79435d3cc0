using RevBot.Pipeline.Approvals;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Moves;
using RevBot.Pipeline.Process;

namespace RevBot.Pipeline.Tests.Moves;

/// <summary>Deals that somebody lets through, and deals that somebody must agree to. It is 3 November 2026.</summary>
public sealed class ApprovalRulesTests
{
    [Fact]
    public void An_exception_lets_a_deal_into_its_stage_without_what_was_waived_and_without_nothing_else()
    {
        var acme = new Acme(amount: 80_000, stage: "discovery", company: StrictCompany.Of());
        Assert.Equal(["contacts", "budget"], acme.Moves("proposal").Asked());

        var asked = Assert.IsType<DealEvent.ApprovalAsked>(Assert.Single(acme.Asks(Acme.Dana, "proposal").Accepted()));
        Assert.Equal(["contacts", "budget"], asked.Request.Waives.AsEnumerable());
        Assert.Equal(("the board meets on Friday", new DateOnly(2026, 11, 20)), (asked.Request.Reason, asked.Request.Until));
        Assert.Equal(["contacts", "budget"], acme.Moves("proposal").Asked());
        Assert.Equal(ApprovalState.Waiting, acme.Deal.Approvals[0].StateOn(acme.Day));

        acme.Answers(Acme.Mo, true).Accepted();
        acme.Moves("proposal").Accepted();
        Assert.Equal("proposal", acme.Deal.Stage.Value);

        // It is for that stage alone: contacts are asked for from there on.
        Assert.Equal(["quote_sent", "contacts"], acme.Moves("negotiation").Asked());
    }

    [Fact]
    public void While_it_holds_the_deal_goes_by_the_rules_and_afterwards_it_lacks_what_it_lacks()
    {
        var acme = InProposal();
        var criteria = new StageCriteria(acme.Company, Acme.Directory, acme.Day);
        Assert.Empty(criteria.Missing(acme.Deal));
        acme.Edits(("next_step", "call the CFO")).Accepted();

        acme.Day = new DateOnly(2026, 11, 20);
        Assert.Equal(ApprovalState.RanOut, acme.Deal.Approvals[0].StateOn(acme.Day));
        Assert.Equal(["contacts", "budget"], new StageCriteria(acme.Company, Acme.Directory, acme.Day).Missing(acme.Deal).Select(field => field.Key));
        acme.Edits(("next_step", "call the CEO")).Accepted();
        Assert.Equal(["contacts", "budget"], acme.Asks(Acme.Dana, "proposal", until: "2026-11-25").Accepted().OfType<DealEvent.ApprovalAsked>().Single().Request.Waives.AsEnumerable());
    }

    [Fact]
    public void Nothing_is_asked_twice_while_an_answer_is_waited_for()
    {
        var acme = new Acme(amount: 5_000, stage: "discovery", company: StrictCompany.Of());
        acme.Asks(Acme.Dana, "proposal").Accepted();
        Assert.Equal("It was asked for already, on 3 Nov 2026, and waits for an answer until 20 Nov 2026.", acme.Asks(Acme.Dana, "proposal", "please").Refused());
        Assert.Single(acme.Deal.Approvals);
        acme.Withdraws(Acme.Dana).Accepted();
        acme.Asks(Acme.Dana, "proposal", "once more").Accepted();
        Assert.Equal([ApprovalState.Withdrawn, ApprovalState.Waiting], acme.Deal.Approvals.Select(approval => approval.StateOn(acme.Day)));
        Assert.StartsWith("It has been taken back", acme.Answers(Acme.Mo, true).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_and_a_last_day_are_needed_and_the_day_is_not_far()
    {
        var acme = new Acme(amount: 5_000, stage: "discovery", company: StrictCompany.Of());
        Assert.Equal(["approval_reason", "approval_until"], acme.Asks(Acme.Dana, "proposal", " ", null).Asked());
        Assert.Equal("Until 3 Nov 2026 is not in the future. Give a day from 4 Nov 2026 to 3 Dec 2026.", acme.Asks(Acme.Dana, "proposal", until: "2026-11-03").Refused());
        Assert.Equal("Until 4 Dec 2026 is more than 30 days ahead. Give a day from 4 Nov 2026 to 3 Dec 2026.", acme.Asks(Acme.Dana, "proposal", until: "2026-12-04").Refused());
        Assert.Empty(acme.Deal.Approvals);
    }

    [Fact]
    public void Whoever_may_let_deals_through_does_so_by_asking()
    {
        var acme = new Acme(amount: 5_000, stage: "discovery", company: StrictCompany.Of());
        Assert.Equal(2, acme.Asks(Acme.Mo, "proposal").Accepted().Count);
        acme.Moves("proposal").Accepted();
    }

    [Fact]
    public void Only_those_asked_answer_once_and_a_no_says_why()
    {
        var acme = new Acme(amount: 5_000, stage: "discovery", company: StrictCompany.Of());
        acme.Asks(Acme.Dana, "proposal").Accepted();
        Assert.Equal("This is for Mo Larsen and Otto Ost to answer.", acme.Answers(Acme.Priya, true).Refused());
        Assert.Equal("This is for Mo Larsen and Otto Ost to answer.", acme.Answers(Acme.Dana, true).Refused());
        Assert.Equal(["approval_note"], acme.Answers(Acme.Otto, false, " ").Asked());
        acme.Answers(Acme.Otto, false, "no contacts, no proposal").Accepted();
        Assert.Equal("It has been declined already by Otto Ost: no contacts, no proposal", acme.Answers(Acme.Mo, true).Refused());
        Assert.Equal(["contacts"], acme.Moves("proposal").Asked());
    }

    [Fact]
    public void An_unanswered_request_ends_on_its_day()
    {
        var acme = new Acme(amount: 5_000, stage: "discovery", company: StrictCompany.Of());
        acme.Asks(Acme.Dana, "proposal").Accepted();
        acme.Day = new DateOnly(2026, 11, 20);
        Assert.Equal(ApprovalState.Lapsed, acme.Deal.Approvals[0].StateOn(acme.Day));
        Assert.Equal("It ended on 20 Nov 2026. Acme needs a new request.", acme.Answers(Acme.Mo, true).Refused());
        Assert.Equal(["contacts"], acme.Moves("proposal").Asked());
    }

    [Fact]
    public void A_refused_way_can_be_opened_and_a_loss_without_a_reason_cannot()
    {
        var acme = new Acme(amount: 5_000, company: StrictCompany.Of(skip: MoveConsent.Refused));
        acme.Moves("proposal").Refused();
        var request = acme.Asks(Acme.Mo, "proposal").Accepted().OfType<DealEvent.ApprovalAsked>().Single().Request;
        Assert.Equal([ApprovalRequest.TheWay, "contacts"], request.Waives.AsEnumerable());
        acme.Moves("proposal").Accepted();

        Assert.Equal("Nothing keeps Acme from Closed Lost that an exception could waive.", acme.Asks(Acme.Mo, "lost").Refused());
        Assert.Equal([DealFields.LossReason], acme.Moves("lost").Asked());
    }

    [Fact]
    public void Where_the_company_allows_no_exceptions_there_are_none()
    {
        var acme = new Acme(amount: 5_000, stage: "discovery", company: StrictCompany.Of() with { Approvals = new ApprovalPolicy(null, []) });
        Assert.Equal("Northwind Test lets no deal through: Proposal needs what it asks for.", acme.Asks(Acme.Mo, "proposal").Refused());
    }

    [Fact]
    public void A_gate_stops_what_it_is_about_until_all_have_agreed_in_their_order()
    {
        var acme = new Acme(amount: 300_000, stage: "discovery", closeDate: "2026-12-20", company: Gated(ApprovalManner.InOrder));
        var needs = Assert.IsType<MoveDecision.NeedsApproval>(acme.Moves("proposal"));
        Assert.Equal(("Proposal needs an approval for this deal (Large deals: amount 300,000 USD).", new ApprovalBound("amount", 300_000)), (needs.Reason, needs.Wish.Bound));

        acme.Asks(Acme.Dana, "proposal", gate: "large").Accepted();
        Assert.Equal("It is not your turn yet: Mo Larsen must answer first.", acme.Answers(Acme.Fay, true).Refused());
        acme.Answers(Acme.Mo, true).Accepted();
        Assert.Equal("You have answered this already. It waits for Fay Finch.", acme.Answers(Acme.Mo, true).Refused());
        Assert.NotNull(Assert.IsType<MoveDecision.NeedsApproval>(acme.Moves("proposal")).Waiting);
        acme.Answers(Acme.Fay, true).Accepted();
        acme.Moves("proposal").Accepted();

        // More than was agreed to is another matter, less is none.
        acme.Edits(("amount", "290000 USD")).Accepted();
        Assert.Equal(new ApprovalBound("amount", 310_000), Assert.IsType<MoveDecision.NeedsApproval>(acme.Edits(("amount", "310000 USD"))).Wish.Bound);
        Assert.Equal(290_000, acme.Deal.Amount?.Amount);
    }

    [Fact]
    public void All_may_agree_in_any_order_and_one_no_is_enough()
    {
        var acme = new Acme(amount: 300_000, stage: "discovery", company: Gated(ApprovalManner.All));
        acme.Asks(Acme.Dana, "proposal", gate: "large").Accepted();
        acme.Answers(Acme.Fay, true).Accepted();
        acme.Answers(Acme.Mo, false, "not this year").Accepted();
        Assert.IsType<MoveDecision.NeedsApproval>(acme.Moves("proposal"));
        Assert.Equal(ApprovalState.Declined, acme.Deal.Approvals[0].StateOn(acme.Day));
    }

    [Fact]
    public void Nobody_opens_a_gate_for_themselves()
    {
        var acme = new Acme(amount: 300_000, stage: "discovery", company: Gated(ApprovalManner.Any, "finance"));
        Assert.Equal("Nobody stands for finance, who may approve this. Ask operations to name an approver in company.yaml (approvals).", acme.Asks(Acme.Fay, "proposal", gate: "large").Refused());
    }

    [Fact]
    public void A_gate_may_be_about_a_number_of_the_companys_own_and_small_deals_pass()
    {
        var company = Gated(ApprovalManner.Any);
        company = company with
        {
            Fields = [.. company.Fields, new DealField("discount", "Discount", FieldKind.Number, [])],
            Approvals = company.Approvals with { Gates = [company.Approvals.Gates[0] with { When = null, Over = new ApprovalBound("discount", 20) }] },
        };
        var acme = new Acme(amount: 5_000, stage: "discovery", company: company);
        acme.Moves("proposal", ("discount", "20")).Accepted();
        Assert.StartsWith("Proposal needs an approval for this deal (Large deals: discount 25)", Assert.IsType<MoveDecision.NeedsApproval>(acme.Edits(("discount", "25"))).Reason, StringComparison.Ordinal);
        acme.Moves("discovery").Accepted();
        acme.Edits(("discount", "25")).Accepted();
    }

    [Fact]
    public void A_deal_does_not_begin_behind_a_gate()
    {
        var company = Gated(ApprovalManner.Any);
        var wish = new DealCreation(
            new DealId("D-9"), new StageId("proposal"), new Dictionary<string, string> { ["name"] = "Globex", ["account"] = "A-1", ["owner"] = "dana", ["close_date"] = "2026-12-20", ["amount"] = "300000 USD" });
        var stamp = new EventStamp(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Acme.Dana, "t", "test");
        Assert.Equal(
            "Proposal needs an approval for this deal (Large deals: amount 300,000 USD). Create it in an earlier stage, and ask when it moves on.",
            CreateRules.Decide(wish, company, Acme.Directory, Acme.Today, stamp).Refused());
        CreateRules.Decide(wish with { Stage = new StageId("discovery") }, company, Acme.Directory, Acme.Today, stamp).Accepted();
    }

    private static Acme InProposal()
    {
        var acme = new Acme(amount: 80_000, stage: "discovery", company: StrictCompany.Of());
        acme.Asks(Acme.Mo, "proposal").Accepted();
        acme.Moves("proposal").Accepted();
        return acme;
    }

    private static CompanyProfile Gated(ApprovalManner manner, params string[] approvers) => RevBot.Testing.TestCompany.Profile with
    {
        Approvals = new ApprovalPolicy(
            null,
            [
                new ApprovalGate(
                    "large", "Large deals", [new StageId("proposal"), new StageId("negotiation")], new DealCondition { AmountOver = 250_000 }, null, new ApprovalTerms(approvers.Length > 0 ? approvers : [ApproverDirectory.Manager, "finance"], manner, 30)),
            ]),
    };
}
