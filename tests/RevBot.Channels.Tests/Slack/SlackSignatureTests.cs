using System.Text;
using RevBot.Channels.Slack;

namespace RevBot.Channels.Tests.Slack;

public sealed class SlackSignatureTests
{
    private const string Documented = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Theory]
    [InlineData("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", Documented, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("test-secret", "1700000000", """{"type":"url_verification","challenge":"abc"}""", "v0=30cd036a1aa3547d366257b90da96c07e6feb44c7936a2ab807e90d9011c89d0")]
    [InlineData("test-secret", "1700000000", """{"text":"Grüße €"}""", "v0=cdf43573063fc976f744d4d9915b5dc0e0d2de27758e4d22adb7ac47dacdff38")]
    public void Known_vectors_are_valid(string secret, string timestamp, string body, string signature) =>
        Assert.Equal(SignatureCheck.Valid, Check(secret, timestamp, body, signature, secondsLater: 0));

    [Theory]
    [InlineData(300, nameof(SignatureCheck.Valid))]
    [InlineData(-300, nameof(SignatureCheck.Valid))]
    [InlineData(301, nameof(SignatureCheck.Stale))]
    [InlineData(-301, nameof(SignatureCheck.Stale))]
    public void Five_minutes_count_both_ways(int secondsLater, string expected) =>
        Assert.Equal(expected, Check("s", "1700000000", "{}", Sign("s", "1700000000", "{}"), secondsLater).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v0=")]
    [InlineData("v0=zz")]
    [InlineData("30cd036a1aa3547d366257b90da96c07e6feb44c7936a2ab807e90d9011c89d0")]
    [InlineData("v1=30cd036a1aa3547d366257b90da96c07e6feb44c7936a2ab807e90d9011c89d0")]
    public void A_signature_of_another_shape_is_refused(string? signature) =>
        Assert.Equal(SignatureCheck.Malformed, Check("s", "1700000000", "{}", signature, 0));

    [Fact]
    public void An_upper_case_signature_is_refused() =>
        Assert.Equal(SignatureCheck.Wrong, Check("s", "1700000000", "{}", "v0=" + Sign("s", "1700000000", "{}")[3..].ToUpperInvariant(), 0));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1700000000")]
    [InlineData("1700000000.5")]
    [InlineData("99999999999999999999")]
    public void A_timestamp_that_is_no_whole_number_is_refused(string? timestamp) =>
        Assert.Equal(SignatureCheck.Malformed, Check("s", timestamp, "{}", Sign("s", timestamp ?? "", "{}"), 0));

    [Fact]
    public void One_changed_byte_is_refused() =>
        Assert.Equal(SignatureCheck.Wrong, Check("s", "1700000000", "{ }", Sign("s", "1700000000", "{}"), 0));

    private static string Sign(string secret, string timestamp, string body) => SlackSignature.Sign(Encoding.UTF8.GetBytes(secret), timestamp, Encoding.UTF8.GetBytes(body));

    private static SignatureCheck Check(string secret, string? timestamp, string body, string? signature, int secondsLater)
    {
        var signedAt = long.TryParse(timestamp, out var seconds) && seconds is > 0 and < 9_000_000_000 ? seconds : 1_700_000_000;
        return SlackSignature.Check(Encoding.UTF8.GetBytes(secret), timestamp, signature, Encoding.UTF8.GetBytes(body), DateTimeOffset.FromUnixTimeSeconds(signedAt + secondsLater));
    }
}
