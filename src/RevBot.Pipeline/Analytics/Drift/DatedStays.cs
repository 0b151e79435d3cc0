using System.Runtime.InteropServices;
using RevBot.Pipeline.Calendar;
using RevBot.Pipeline.Columns;
using RevBot.Pipeline.Company;
using RevBot.Pipeline.Deals;
using RevBot.Pipeline.History;
using RevBot.Pipeline.Questions;

namespace RevBot.Pipeline.Analytics.Drift;

/// <summary>Every stay by stage, on the company's clock of business days.</summary>
internal static class DatedStays
{
    /// <summary>Where the clock of business days reads 0 in every time zone, so that it reads whole numbers at midnight.</summary>
    public static readonly DateTimeOffset Beginning = new(1989, 12, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What the clock reads at a moment.</summary>
    public static double Reading(this WorkCalendar work, DateTimeOffset at) => work.BusinessDaysBetween(Beginning, at);

    /// <param name="now">Nothing after it is known.</param>
    /// <param name="reach">Business days back from <paramref name="now"/> within which a stay must have gone on.</param>
    /// <param name="regions">Whether the deals' regions are asked about.</param>
    public static Dictionary<StageId, DatedStay[]> Of(PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset now, double reach, bool regions)
    {
        var since = company.Work.AddBusinessDays(Beginning, Math.Max(0, company.Work.Reading(now) - reach));
        var read = DealStretches.Read(snapshot.Deals, stretch => Read(stretch, snapshot, company, since, now, regions));
        return read.SelectMany(own => own).ToLookup(own => own.Key, own => own.Value).ToDictionary(own => own.Key, own => Joined([.. own]));
    }

    private static DatedStay[] Joined(List<List<DatedStay>> parts)
    {
        var (all, at) = (new DatedStay[parts.Sum(part => part.Count)], 0);
        foreach (var part in parts)
        {
            part.CopyTo(all, at);
            at += part.Count;
        }

        return all;
    }

    private static Dictionary<StageId, List<DatedStay>> Read(Range stretch, PipelineSnapshot snapshot, CompanyProfile company, DateTimeOffset since, DateTimeOffset now, bool regions)
    {
        var stays = new Dictionary<StageId, List<DatedStay>>();
        for (var position = stretch.Start.Value; position < stretch.End.Value; position++)
        {
            var deal = snapshot.Deals.Span[position];

            // Most deals of a long history were over before anything that is looked at.
            if (deal.Visits is not [.., var last] || last.ExitedAt <= since)
            {
                continue;
            }

            var (segment, region) = (snapshot.SegmentOf(deal), regions ? DealKeys.Of(deal, Dimension.Region, snapshot) : null);
            for (var place = 0; place < deal.Visits.Length; place++)
            {
                ref readonly var visit = ref deal.Visits.ItemRef(place);
                if (visit.EnteredAt <= now && !(visit.ExitedAt <= since))
                {
                    ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(stays, visit.Stage, out _);
                    var left = visit.ExitedAt is { } at && at <= now ? company.Work.Reading(at) : double.PositiveInfinity;
                    (own ??= []).Add(new DatedStay(segment, company.Work.Reading(visit.EnteredAt) + PausedDays(deal, visit, now, company), left) { Region = region, Lot = LotOf(position, place) });
                }
            }
        }

        return stays;
    }

    /// <summary>Positions stay what they are, so a stay draws the same lot every night.</summary>
    private static uint LotOf(int position, int place)
    {
        var bits = ((ulong)(uint)position << 16 | (ushort)place) * 0x9E3779B97F4A7C15;
        return (uint)(((bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93) >> 32);
    }

    /// <summary>A stay that was paused is taken to have begun later by those days: so it has the length that counts.</summary>
    private static double PausedDays(Deal deal, in StageVisit visit, DateTimeOffset now, CompanyProfile company) =>
        deal.Pauses.IsEmpty ? 0 : StayClock.PausedDays(deal, visit.EnteredAt, visit.ExitedAt is { } at && at < now ? at : now, company.Work);
}
