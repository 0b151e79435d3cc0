using System.Globalization;

namespace RevBot.Tests.Questions;

/// <summary>How much of what is asked a run takes: the test command is to end within minutes, the scripts beside the tests take all.</summary>
internal static class TestShare
{
    /// <summary>One in so many, as <c>REVBOT_TEST_EVERY</c> says.</summary>
    public static int OneIn(int unlessTold) => int.Parse(Environment.GetEnvironmentVariable("REVBOT_TEST_EVERY") ?? unlessTold.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
