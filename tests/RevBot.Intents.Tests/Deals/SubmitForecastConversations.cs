namespace RevBot.Intents.Tests.Deals;

/// <summary>Forecasts that people submit, on Saturday 21 November 2026.</summary>
public sealed class SubmitForecastConversations
{
    [Fact]
    public async Task The_form_holds_what_the_deals_say_and_tells_how_it_compares()
    {
        await using var office = new Office(pipeline => pipeline
            .Quota("dana", "2026-10-01", "2026-12-31", 500_000m)
            .Deal("D-8", "Stark", "2026-09-01", "proposal", "dana", amount: 100_000m, closeDate: "2026-12-10", fields: new() { ["forecast_category"] = "Commit" })
            .Deal("D-9", "Wayne", "2026-09-01", "proposal", "dana", amount: 40_000m, closeDate: "2026-12-11", fields: new() { ["forecast_category"] = "Best Case" }));
        Assert.Equal("form", await office.SaysAsync("dana", "submit my forecast"));
        office.Bot.Sees("commit $100,000, best case $140,000");
        await office.Bot.ClicksAsync("Fill in my forecast");
        Assert.Equal(["this-quarter", "100000", "140000", null], office.Bot.Form!.Form.Fields.Select(field => field.Initial));
        await office.Bot.SubmitsAsync(("period", "this-quarter"), ("commit", "120k"), ("best_case", "150k"), ("note", "Stark signs in December"));
        office.Bot.Sees("Dana Reyes: forecast for Q4 2026 submitted");
        office.Bot.Sees("$500,000; your commit is $380,000 below it");
        Assert.Equal(["Commit 120000 USD", "Best Case 150000 USD"], office.Snapshot.Forecasts.Select(forecast => $"{forecast.Category} {forecast.Amount.Amount:0} {forecast.Amount.Currency}"));

        await office.SaysAsync("dana", "my commit is 130k, best case 160k");
        await office.Bot.ClicksAsync("Fill in my forecast");
        Assert.Equal(["this-quarter", "130000", "160000", null], office.Bot.Form!.Form.Fields.Select(field => field.Initial));
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await office.Bot.SubmitsAsync(("period", "this-quarter"), ("commit", "130k"), ("best_case", "160k"));
        office.Bot.Sees("$120,000 → $130,000");
        await office.SaysAsync("mo", "submitted forecast this quarter");
        Assert.True(office.Bot.LastText.Contains("130", StringComparison.Ordinal), office.Bot.LastText);
    }

    [Fact]
    public async Task Best_case_is_no_less_than_commit()
    {
        await using var office = new Office();
        await office.SaysAsync("dana", "submit my forecast for next quarter");
        await office.Bot.ClicksAsync("Fill in my forecast");
        Assert.Equal("next-quarter", office.Bot.Form!.Form.Fields[0].Initial);
        await office.Bot.SubmitsAsync(("period", "next-quarter"), ("commit", "120k"), ("best_case", "50k"));
        Assert.Equal("Best case $50,000 is less than commit $120,000; it holds the commit and more.", office.Bot.Last.Errors.Single().Message);
        Assert.Empty(office.Snapshot.Forecasts);
    }

    [Fact]
    public async Task Managers_see_who_has_not_submitted()
    {
        await using var office = new Office();
        await office.SaysAsync("mo", "who has not submitted their forecast?");
        office.Bot.Sees("2 of 2 reps have not submitted a forecast for Q4 2026.");
        office.Bot.Sees("Dana Reyes and Priya Shah");
        await office.SaysAsync("dana", "submit my forecast");
        await office.Bot.ClicksAsync("Fill in my forecast");
        await office.Bot.SubmitsAsync(("period", "this-quarter"), ("commit", "1k"), ("best_case", "2k"));
        await office.SaysAsync("mo", "who hasn't submitted a forecast yet?");
        office.Bot.Sees("1 of 2 reps have not submitted");
        Assert.Equal("refused", await office.SaysAsync("dana", "who has not submitted their forecast?"));
        Assert.Equal("refused", await office.SaysAsync("eli", "submit my forecast"));
    }
}
