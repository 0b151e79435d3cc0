using System.Text.Json;
using RevBot.Channels.Teams.Cards;

namespace RevBot.Channels.Tests.Teams.Cards;

public sealed class CardCallTests
{
    [Fact]
    public void What_was_filled_in_comes_back_and_what_was_left_empty_does_not()
    {
        var call = Read("""{"revbot":{"do":"submit","session":"0193","shown":["reason"]},"reason":" price ","note":"","seats":"12","count":12,"won":true,"owner":"revbot:none","list":[1]}""");
        Assert.Equal(["count=12", "reason=price", "seats=12", "won=true"], call?.Values.Items.Select(item => $"{item.Key}={item.Value}").Order(StringComparer.Ordinal));
        Assert.Equal("0193", call?.SessionId);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""{"revbot":null}""")]
    [InlineData("""{"revbot":"click"}""")]
    [InlineData("""{"revbot":{"do":7}}""")]
    [InlineData("""{"revbot":{"do":"click"}}""")]
    [InlineData("""{"revbot":{"do":"submit","session":""}}""")]
    [InlineData("""{"revbot":{"do":"dance","session":"0193","action":"a.b"}}""")]
    [InlineData("""{"revbot":{"do":"submit","session":"0193","shown":"reason"}}""")]
    [InlineData("""{"revbot":{"do":"click","action":"a.b","value":"\ud800"}}""")]
    [InlineData("""{"revbot":{"do":"click","action":"a.b"},"note":"\ud800"}""")]
    [InlineData("""{"\udfff":"x","revbot":{"do":"click","action":"a.b"}}""")]
    public void What_is_not_ours_is_not_read(string data) => Assert.Null(Read(data));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/x")]
    [InlineData("x/")]
    [InlineData("x")]
    public void A_list_that_is_not_ours_is_not_read(string? dataset) => Assert.Null(FormDataset.Read(dataset));

    private static CardCall? Read(string data) => CardCall.Read(JsonElement.Parse(data));
}
