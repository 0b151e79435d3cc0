using System.Collections.Immutable;
using System.Globalization;
using RevBot.Pipeline;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;

namespace RevBot.Demo;

/// <summary>Lives one made-up deal from its creation to now: stages with log-normal stays, slips, second thoughts, stalls, and an end.</summary>
/// <param name="wander">Share of stays that are interrupted by a step to another stage and back; makes a history of any length.</param>
internal sealed class DemoDeal(DealId id, Account account, DemoRep rep, DateTimeOffset created, DateTimeOffset now, WorkCalendar work, Random random, double wander)
{
    private static readonly (StageId Stage, double MedianDays, double Spread, double Advance)[] Path =
    [
        (DemoProfile.Qualification, 7, .70, .70),
        (DemoProfile.Discovery, 11, .65, .74),
        (DemoProfile.Proposal, 4.5, .60, .68),
        (DemoProfile.Negotiation, 10, .65, .76),
    ];

    private readonly List<DealEvent> _events = [];
    private readonly PersonId _owner = rep.Person.Id;
    private DateTimeOffset _at = created;
    private StageId _stage = DemoProfile.Qualification;
    private decimal _amount;
    private string _currency = "USD";
    private DateOnly? _closeDate;
    private string? _nextStep;
    private DateOnly? _nextStepDate;
    private bool _hasStakeholders;
    private bool _hasTimeline;

    /// <param name="known">A deal that examples speak of: it stays open and has what it needs.</param>
    public DealChange Live(string name, string product, string source, string type, bool known)
    {
        var enterprise = account.Segment == "Enterprise";
        var factor = account.Segment switch { "SMB" => .75, "Mid-Market" => 1.1, _ => 1.8 };
        _amount = Math.Round((decimal)((account.Segment switch { "SMB" => 9_000, "Mid-Market" => 34_000, _ => 120_000 }) * Math.Exp(.55 * Normal())) / 500m) * 500m;
        _currency = account.Region == "EMEA" ? (random.NextDouble() < .7 ? "EUR" : "GBP") : "USD";
        _closeDate = work.DateAt(_at).AddDays((int)(52 * factor) + random.Next(-8, 25));
        var noAmountYet = !known && random.NextDouble() < .06;
        Happens(new DealEvent.Created
        {
            Deal = id,
            Stamp = Stamp(),
            Name = name,
            Account = account.Id,
            Owner = _owner,
            Stage = _stage,
            Amount = noAmountYet ? null : new Money(_amount, _currency),
            CloseDate = _closeDate,
            Fields = ImmutableDictionary.CreateRange(new Dictionary<string, string>
            {
                [DealFields.Source] = source,
                [DealFields.DealType] = type,
                [DealFields.Product] = product,
                [DealFields.ForecastCategory] = "Pipeline",
            }),
        });
        var quality = rep.Skill * (source switch { "Referral" => 1.22, "Partner" => 1.12, "Inbound" => 1.05, "Event" => .9, _ => .82 }) * (type == "Renewal" ? 1.2 : 1);
        for (var step = 0; step < Path.Length; step++)
        {
            var (_, median, spread, advance) = Path[step];
            var willAdvance = random.NextDouble() < Math.Min(.95, Math.Pow(advance, 1 / quality));
            var stay = median * factor * Math.Exp(spread * Normal()) * (willAdvance ? 1 : 1.5);

            // The story to be found: enterprise proposals in EMEA have slowed down over the last two months.
            if (_stage == DemoProfile.Proposal && enterprise && account.Region == "EMEA" && (now - _at).TotalDays < 70)
            {
                stay *= 1.75;
            }

            var stalls = random.NextDouble() < .035;
            if (stalls)
            {
                stay = (stay * 2) + (median * factor * (4 + (6 * random.NextDouble())));
            }

            var left = AddBusinessDays(_at, Math.Max(.05, stay));
            PushCloseDate(left);
            if (known && left >= now.AddHours(-1))
            {
                break;
            }

            if (left >= now)
            {
                break;
            }

            if (known && (step == 2 || !willAdvance))
            {
                break;
            }

            Wander(step, left);
            _at = left;
            if (!willAdvance)
            {
                if (step > 0 && random.NextDouble() < .12)
                {
                    MoveTo(Path[step - 1].Stage);
                    step -= 2;
                    continue;
                }

                Lose(source);
                break;
            }

            if (step == Path.Length - 1)
            {
                Win(noAmountYet);
                break;
            }

            var next = Path[Math.Min(Path.Length - 1, random.NextDouble() < .04 ? step + 2 : step + 1)].Stage;
            Prepare(next, noAmountYet);
            MoveTo(next);
            step = Array.FindIndex(Path, entry => entry.Stage == next) - 1;
        }

        return new DealChange(id, 0, _events);
    }

    private void Wander(int step, DateTimeOffset until)
    {
        // Without it no number is drawn: the demo company stays what it is.
        if (wander == 0 || random.NextDouble() >= wander)
        {
            return;
        }

        var (stage, third) = (_stage, (until - _at) / 3);
        _at += third;
        MoveTo(Path[step > 0 ? step - 1 : step + 1].Stage);
        _at += third;
        MoveTo(stage);
    }

    private void Prepare(StageId next, bool noAmountYet)
    {
        if (noAmountYet && _events.TrueForAll(happened => happened is not DealEvent.AmountChanged))
        {
            Happens(new DealEvent.AmountChanged(null, new Money(_amount, _currency)) { Deal = id, Stamp = Stamp() });
        }
        else if (random.NextDouble() < .18)
        {
            var changed = Math.Round(_amount * (decimal)(.7 + (.7 * random.NextDouble())) / 500m) * 500m;
            if (changed > 0 && changed != _amount)
            {
                Happens(new DealEvent.AmountChanged(new Money(_amount, _currency), new Money(changed, _currency)) { Deal = id, Stamp = Stamp() });
                _amount = changed;
            }
        }

        if (!_hasStakeholders)
        {
            _hasStakeholders = true;
            Set(DemoProfile.Stakeholders, null, Pick(DemoNames.Stakeholders));
        }

        if (next == DemoProfile.Negotiation && !_hasTimeline)
        {
            _hasTimeline = true;
            Set(DemoProfile.Timeline, null, Pick(DemoNames.Timelines));
            Set(DealFields.ForecastCategory, "Pipeline", random.NextDouble() < .5 ? "Commit" : "Best Case");
        }

        if (_nextStep is null || random.NextDouble() < .7 || next == DemoProfile.Negotiation)
        {
            var text = Pick(DemoNames.NextSteps);
            var day = work.DateAt(AddBusinessDays(_at, 2 + random.Next(6)));
            Happens(new DealEvent.NextStepChanged(_nextStep, _nextStepDate, text, day) { Deal = id, Stamp = Stamp() });
            (_nextStep, _nextStepDate) = (text, day);
        }
    }

    /// <summary>Deals that outlive their close date get it pushed by most owners, and forgotten by some.</summary>
    private void PushCloseDate(DateTimeOffset until)
    {
        while (_closeDate is { } date && work.StartOf(date) < until && work.StartOf(date) < now && random.NextDouble() < .8)
        {
            var later = date.AddDays(14 + (7 * random.Next(5)));
            var at = work.StartOf(date).AddHours(14);
            if (at < _at)
            {
                at = _at;
            }

            if (at >= until || at >= now)
            {
                return;
            }

            Happens(new DealEvent.CloseDateChanged(date, later) { Deal = id, Stamp = Stamp(at) });
            _closeDate = later;
        }
    }

    private void MoveTo(StageId next)
    {
        Happens(new DealEvent.StageChanged(_stage, next) { Deal = id, Stamp = Stamp() });
        _stage = next;
    }

    private void Win(bool noAmountYet)
    {
        if (noAmountYet && _events.TrueForAll(happened => happened is not DealEvent.AmountChanged))
        {
            Prepare(DemoProfile.Negotiation, noAmountYet);
        }

        var day = work.DateAt(_at);
        var signed = random.NextDouble() < .6 ? day.AddDays(-random.Next(0, 5)) : (DateOnly?)null;
        Happens(new DealEvent.Won(_stage, DemoProfile.Won, day, signed, _closeDate) { Deal = id, Stamp = Stamp() });
    }

    private void Lose(string source)
    {
        var (reason, detail, competitor) = random.NextDouble() switch
        {
            < .30 => ("no_decision", PickOf("no_priority", "went_silent", "reorganised"), null),
            < .55 => ("price", PickOf("too_expensive", "no_budget", "discount"), null),
            < .80 => ("competitor", PickOf("features", "incumbent", "relationship"), account.Region == "EMEA" ? PickOf("Bluefin", "Bluefin", "Corvus") : PickOf("Acumen", "Corvus", "Data Harbor")),
            < .94 => ("fit", PickOf("integration", "too_small", "security"), null),
            _ => ("other", null, (string?)null),
        };
        var note = reason == "other" ? "Champion left and the project was dropped." : null;
        Happens(new DealEvent.Lost(_stage, DemoProfile.Lost, work.DateAt(_at), reason, detail, note, competitor, _closeDate) { Deal = id, Stamp = Stamp() });
        if (source == "Event" && random.NextDouble() < .1)
        {
            _at = _at.AddMinutes(5);
            Happens(new DealEvent.NoteAdded("Met again at the booth; try next year.") { Deal = id, Stamp = Stamp() });
        }
    }

    private void Set(string field, string? from, string to) =>
        Happens(new DealEvent.FieldSet(field, from, to) { Deal = id, Stamp = Stamp() });

    private void Happens(DealEvent happened) => _events.Add(happened);

    private EventStamp Stamp() => Stamp(_at);

    private EventStamp Stamp(DateTimeOffset at) =>
        new(at, at, _owner, string.Create(CultureInfo.InvariantCulture, $"demo-{id.Value}-{_events.Count}"), "demo");

    private DateTimeOffset AddBusinessDays(DateTimeOffset from, double days)
    {
        var at = from;
        while (days > 0)
        {
            var step = Math.Min(1, days);
            at = at.AddDays(step);
            while (!work.IsWorkDay(work.DateAt(at)))
            {
                at = at.AddDays(1);
            }

            days -= step;
        }

        return new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private string Pick(string[] words) => words[random.Next(words.Length)];

    private string PickOf(params ReadOnlySpan<string> words) => words[random.Next(words.Length)];

    private double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
