using System.Text.Json.Nodes;

namespace RevBot.Intents.Tests.Ask;

/// <summary>Every line of <c>questions.jsonl</c> is read as it says there (asked on 14 May 2025).</summary>
public sealed class QuestionsFileTests
{
    public static TheoryData<string, string> Lines()
    {
        var lines = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Ask", "questions.jsonl")).Where(line => line.Length > 0))
        {
            lines.Add(JsonNode.Parse(line)?["id"]?.GetValue<string>() ?? "?", line);
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_question_is_read_as_expected(string id, string line)
    {
        var node = JsonNode.Parse(line)!.AsObject();
        var text = node["text"]!.GetValue<string>();
        var read = ExpectedReading.Of(AskCompany.Read(text, node["as"]?.GetValue<string>() ?? "dana"));
        Assert.True(JsonNode.DeepEquals(node["expect"], read), $"{id} “{text}”\nexpected {node["expect"]!.ToJsonString()}\nread     {read.ToJsonString()}");
    }
}
