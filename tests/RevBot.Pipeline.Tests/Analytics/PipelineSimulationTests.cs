using RevBot.Pipeline.Analytics;

namespace RevBot.Pipeline.Tests.Analytics;

public sealed class PipelineSimulationTests
{
    private static readonly SimulationTerms Terms = new("Acme Inc.", new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), 50_000, 100_000);

    [Fact]
    public void One_stage_left_at_a_constant_pace_has_the_odds_of_the_formula()
    {
        var random = new Random(2);
        var days = Enumerable.Range(0, 40_000).Select(_ => -10 * Math.Log(1 - random.NextDouble())).ToArray();
        sbyte[] to = [.. days.Select(_ => random.NextDouble() < .4 ? Destination.Won : Destination.Lost)];
        var pace = PipelinePace.Learn(new sbyte[days.Length], new byte[days.Length], days, to, 1, 1);

        Assert.Equal(10 * Math.Log(2), pace.TypicalDays(0, 0), .15);
        foreach (var left in new double[] { 1, 5, 20, 90 })
        {
            var odds = WinOdds.Within(pace, left);
            Assert.All(new double[] { 0, 4, 15 }, age => Assert.Equal(.4 * (1 - Math.Exp(-left / 10)), odds.Of(0, 0, age), .012));
        }
    }

    [Fact]
    public void Odds_by_stage_segment_and_age_are_those_that_simulated_deals_have()
    {
        var company = new SyntheticCompany(17, 900, 40);
        var odds = WinOdds.Within(company.Learn(900), 40);
        var random = new Random(4);

        foreach (var (stage, segment, age) in new[] { (0, 0, 0d), (0, 1, 2.5), (0, 2, 0), (1, 0, 3), (1, 2, 8), (2, 0, 2), (2, 1, 9), (2, 2, 30), (3, 0, 1), (3, 1, 5), (3, 2, 20) })
        {
            var won = Enumerable.Range(0, 8_000).Count(_ => SyntheticCompany.WonAfter(random, stage, segment, age) <= 40) / 8_000d;
            Assert.True(Math.Abs(won - odds.Of(stage, segment, age)) < .03, $"stage {stage}, segment {segment}, age {age}: {won:0.000} of simulated deals, odds {odds.Of(stage, segment, age):0.000}");
        }
    }

    [Fact]
    public void In_the_long_run_a_deal_is_won_as_often_as_its_exits_lead_on()
    {
        // Seven in ten get from the first stage to the second, half of those are won; one in ten of the others comes back to the first.
        sbyte[] stages = [.. Enumerable.Range(0, 20_000).Select(stay => (sbyte)(stay % 2))];
        sbyte[] to = [.. Enumerable.Range(0, 20_000).Select(stay => (stay % 2, stay / 2 % 10) switch { (0, < 7) => (sbyte)1, (0, _) => Destination.Lost, (_, < 5) => Destination.Won, (_, 5) => (sbyte)0, _ => Destination.Lost })];
        var random = new Random(8);
        var pace = PipelinePace.Learn(stages, new byte[20_000], [.. stages.Select(_ => 10 * random.NextDouble())], to, 2, 1);

        var odds = WinOdds.Within(pace, 2_000);

        Assert.Equal(.5 / (1 - .07) * .7, odds.Of(0, 0, 0), .005);
        Assert.Equal(.5 + (.1 * .35 / .93), odds.Of(1, 0, 0), .005);
        Assert.Throws<ArgumentException>(() => PipelinePace.Learn([0], [0], [1], [2], 2, 1));
    }

    [Fact]
    public void Eight_in_ten_periods_end_within_the_interval_and_forecasts_are_not_biased()
    {
        var outcomes = new List<ForecastOutcome>();
        for (var seed = 1; seed <= 30; seed++)
        {
            var company = new SyntheticCompany(seed, 640, 4);
            for (var asOf = 280d; asOf <= 580; asOf += 60)
            {
                var forecast = company.Forecast(asOf, 60);
                outcomes.Add(new ForecastOutcome(forecast.Mean, forecast.P10, forecast.P90, company.WonBetween(asOf, asOf + 60)));
            }
        }

        var accuracy = ForecastAccuracy.Of([.. outcomes]);

        Assert.Equal(180, accuracy.Count);
        Assert.InRange(accuracy.Coverage.GetValueOrDefault(), .7, .9);
        Assert.InRange(accuracy.Bias.GetValueOrDefault(), -.06, .06);
        Assert.InRange(accuracy.Wape.GetValueOrDefault(), 0, .25);
    }

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        var company = new SyntheticCompany(1, 200, 4);

        Assert.Equal(company.Forecast(200, 30, 100_000), company.Forecast(200, 30, 100_000));
    }

    [Fact]
    public void Another_name_or_moment_is_another_chance()
    {
        var odds = WinOdds.Within(new SyntheticCompany(1, 200, 4).Learn(200), 30);
        sbyte[] stages = [0, 1, 2, 3, 3];
        double[] amounts = [10, 200, 3_000, 40_000, 500_000];

        SimulatedForecast Run(SimulationTerms terms) => PipelineSimulation.Run(odds, new OpenDealColumns(stages, new byte[5], new double[5], amounts), [], terms);

        Assert.NotEqual(Run(Terms), Run(Terms with { Name = "Globex" }));
        Assert.NotEqual(Run(Terms), Run(Terms with { AsOf = Terms.AsOf.AddDays(1) }));
        Assert.Equal(Run(Terms).Mean, Run(Terms with { Name = "Globex" }).Mean);
    }

    [Fact]
    public void Without_open_deals_there_is_new_business_only()
    {
        var odds = WinOdds.Within(new SyntheticCompany(1, 200, 4).Learn(200), 30);

        var forecast = PipelineSimulation.Run(odds, default, [40_000, 40_000, 40_000], Terms);
        var nothing = PipelineSimulation.Run(odds, default, [], Terms);

        Assert.Equal((90_000d, 90_000d, 90_000d, 90_000d, 0d), (forecast.Mean, forecast.P10, forecast.P50, forecast.P90, forecast.QuotaOdds.GetValueOrDefault()));
        Assert.Equal((50_000d, 50_000d, 50_000d, 0, 0), (nothing.Mean, nothing.P10, nothing.P90, nothing.Windows, nothing.OpenDeals));
    }

    [Fact]
    public void Without_history_open_deals_bring_nothing_and_none_is_made_up()
    {
        var odds = WinOdds.Within(PipelinePace.Learn([0], [0], [3], [Destination.Running], 2, 1), 30);

        var forecast = PipelineSimulation.Run(odds, new OpenDealColumns([0], [0], [3], [9_000]), [], Terms);

        Assert.Equal((0d, 50_000d), (forecast.OpenWins, forecast.P90));
    }

    [Fact]
    public void With_no_days_left_no_more_is_won()
    {
        var odds = WinOdds.Within(new SyntheticCompany(1, 200, 4).Learn(200), 0);

        Assert.Equal(0, odds.Of(3, 0, 2), 1e-12);
    }

    [Fact]
    public void A_longer_time_left_never_lowers_the_odds()
    {
        var pace = new SyntheticCompany(1, 300, 4).Learn(300);
        var odds = new[] { 5, 10, 20, 40, 80, 160 }.Select(days => WinOdds.Within(pace, days)).ToList();

        for (var stage = 0; stage < SyntheticCompany.Stages; stage++)
        {
            for (var age = 0d; age < 100; age += 7)
            {
                var ascending = odds.Select(one => one.Of(stage, 1, age)).ToList();
                Assert.All(ascending, share => Assert.InRange(share, 0, 1));
                Assert.All(ascending.Zip(ascending.Skip(1)), pair => Assert.True(pair.First <= pair.Second + .002));
            }
        }
    }

    [Fact]
    public void Many_deals_spread_as_chance_spreads_them()
    {
        // 60,000 deals of 1,000, each won by even odds: 30,000 of them, give or take 122; two tenths of the runs lie beyond 1.28 times as many, widened.
        var pace = PipelinePace.Learn(new sbyte[1000], new byte[1000], [.. Enumerable.Repeat(5d, 1000)], [.. Enumerable.Range(0, 1000).Select(deal => deal % 2 == 0 ? Destination.Won : Destination.Lost)], 1, 1);
        var (count, odds) = (60_000, WinOdds.Within(pace, 200));
        var likely = odds.Of(0, 0, 0);

        var forecast = PipelineSimulation.Run(odds, new OpenDealColumns(new sbyte[count], new byte[count], new double[count], [.. Enumerable.Repeat(1_000d, count)]), [], Terms with { WonToDate = 0 });

        var error = 1_000 * Math.Sqrt(count * likely * (1 - likely));
        Assert.Equal(count * likely * 1_000, forecast.OpenWins, 1e-3 * count);
        Assert.InRange(forecast.P50, forecast.Mean - (.3 * error), forecast.Mean + (.3 * error));
        Assert.InRange((forecast.P90 - forecast.P10) / (2 * 1.2816 * 1.15 * error), .85, 1.15);
    }

    [Fact]
    public void Past_stretches_hold_what_was_created_and_won_within_them()
    {
        var random = new Random(9);
        var created = Enumerable.Range(0, 300).Select(_ => (double)random.Next(0, 400)).ToArray();
        var won = created.Select(day => day + random.Next(0, 60)).ToArray();
        var amounts = created.Select(_ => (double)random.Next(1, 100)).ToArray();

        var values = PastWindows.Values(created, won, amounts, 420, 45, 20, 5);

        Assert.Equal(72, values.Length);
        for (var number = 0; number < values.Length; number++)
        {
            var begin = 420 - 45 - (5d * number);
            Assert.Equal(Enumerable.Range(0, 300).Where(deal => created[deal] >= begin && won[deal] < begin + 45).Sum(deal => amounts[deal]), values[number], 1e-9);
        }

        Assert.Empty(PastWindows.Values(created, won, amounts, 60, 45, 20, 5));
    }

    [Fact]
    public void The_lead_of_a_stretch_belongs_to_the_period_before()
    {
        var random = new Random(11);
        var created = Enumerable.Range(0, 300).Select(_ => (double)random.Next(0, 400)).ToArray();
        var won = created.Select(day => day + random.Next(0, 90)).ToArray();
        var amounts = created.Select(_ => (double)random.Next(1, 100)).ToArray();

        var values = PastWindows.Values(created, won, amounts, 420, 120, 20, 7, lead: 40);

        for (var number = 0; number < values.Length; number++)
        {
            var begin = 420 - 120 - (7d * number);
            Assert.Equal(Enumerable.Range(0, 300).Where(deal => created[deal] >= begin && won[deal] >= begin + 40 && won[deal] < begin + 120).Sum(deal => amounts[deal]), values[number], 1e-9);
        }
    }

    [Fact]
    public void Its_quantiles_are_those_of_the_exact_distribution_but_for_chance()
    {
        var odds = WinOdds.Within(new SyntheticCompany(6, 600, 4).Learn(600), 45);
        var random = new Random(13);
        sbyte[] stages = [.. Enumerable.Range(0, 120).Select(_ => (sbyte)random.Next(0, 4))];
        double[] ages = [.. stages.Select(_ => 20 * random.NextDouble())];
        double[] amounts = [.. stages.Select(_ => 1_000d * random.Next(1, 60))];
        double[] windows = [.. Enumerable.Range(0, 20).Select(_ => 1_000d * random.Next(0, 400))];

        // By thousands: deal after deal is won or not, then one of the past stretches is added.
        var won = new double[10_000];
        won[0] = 1;
        for (var deal = 0; deal < stages.Length; deal++)
        {
            var (likely, step) = (odds.Of(stages[deal], 0, ages[deal]), (int)(amounts[deal] / 1_000));
            for (var sum = won.Length - 1; sum >= 0; sum--)
            {
                won[sum] = (won[sum] * (1 - likely)) + (sum >= step ? won[sum - step] * likely : 0);
            }
        }

        var exact = new double[won.Length];
        for (var sum = 0; sum < won.Length; sum++)
        {
            exact[sum] = windows.Sum(window => sum >= window / 1_000 ? won[sum - (int)(window / 1_000)] : 0) / windows.Length;
        }

        double At(double share)
        {
            var (sum, below) = (0, exact[0]);
            while (below < share)
            {
                below += exact[++sum];
            }

            return 1_000d * sum;
        }

        var forecast = PipelineSimulation.Run(odds, new OpenDealColumns(stages, new byte[120], ages, amounts), windows, Terms with { WonToDate = 0, Runs = 4_000 });

        // Chance moves a quantile of 4,000 runs by less than two and a half hundredths of the runs, three times in a thousand more.
        Assert.InRange(forecast.P50, At(.475), At(.525));
        Assert.InRange(forecast.P50 + ((forecast.P10 - forecast.P50) / 1.15), At(.08), At(.12));
        Assert.InRange(forecast.P50 + ((forecast.P90 - forecast.P50) / 1.15), At(.88), At(.92));
    }
}
