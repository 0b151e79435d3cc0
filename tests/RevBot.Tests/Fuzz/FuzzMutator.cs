using System.Text.Json.Nodes;

namespace RevBot.Tests.Fuzz;

/// <summary>Changes a payload in places: drops, retypes, nests, lengthens, swaps, and puts in what nobody expects.</summary>
internal sealed class FuzzMutator(FuzzCorpus corpus)
{
    private static readonly string[] Nasty =
    [
        "\u0000", "a\u0000b", "\u202Egnp.exe", "👩‍👩‍👧‍👦", "e\u0301\u0301\u0301\u0301", "\uFEFF", "\uFFFF", "<!channel>", "<@U1>", "'; DROP TABLE deals;--", "%00%0a", "../../etc/passwd", "{{7*7}}", "${jndi:ldap://x}", "\r\nX-A: b",
        "null", "true", "-0", "NaN", "Infinity", "1e999", "٣٤٥", "½", "#", "##1", "#0", "#-1", "#99999999999999999999", "|", "|||||", ":", "a:-1", "a:2147483648", "a|1|2|3|4|5", "[]", "{}", "\\", "\"", "`", "*_~", "\t", "😀",
    ];

    private static readonly string[] Numbers = ["0", "-1", "1e308", "1e400", "-1e400", "99999999999999999999999999999999999999", "0.1e-999", "2147483648", "-9223372036854775809", "1766458026.240809", "1.0000000000000000000000000000000000000000001"];

    /// <summary>Up to six changes; often none.</summary>
    public void Change(JsonObject payload, Random random, bool isStranger)
    {
        for (var changes = random.Next(10) - 3; changes > 0; changes--)
        {
            var places = new List<(JsonNode Parent, string? Key, int At)>();
            Collect(payload, places);
            if (places.Count == 0)
            {
                return;
            }

            Change(FuzzCorpus.Any(random, places), places, random, isStranger);
        }
    }

    private static void Collect(JsonNode? node, List<(JsonNode Parent, string? Key, int At)> places)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (key, value) in fields)
                {
                    places.Add((fields, key, -1));
                    Collect(value, places);
                }

                break;
            case JsonArray items:
                for (var at = 0; at < items.Count; at++)
                {
                    places.Add((items, null, at));
                    Collect(items[at], places);
                }

                break;
        }
    }

    private void Change((JsonNode Parent, string? Key, int At) place, List<(JsonNode Parent, string? Key, int At)> places, Random random, bool isStranger)
    {
        var old = Get(place);
        switch (random.Next(9))
        {
            case 0 when place.Parent is JsonObject fields:
                fields.Remove(place.Key!);
                break;
            case 0:
                place.Parent.AsArray().RemoveAt(place.At);
                break;
            case 1 when place.Parent is JsonArray items:
                items.Add(old?.DeepClone());
                break;
            case 1:
                place.Parent.AsObject()[place.Key + Renamed(random)] = old?.DeepClone();
                break;
            case 2:
                Set(place, Other(random));
                break;
            case 3:
                Set(place, Nest(old, random));
                break;
            case 4:
                Set(place, JsonValue.Create(Long(old, random)));
                break;
            case 5:
                Set(place, Get(FuzzCorpus.Any(random, places))?.DeepClone());
                break;
            case 6:
                Set(place, JsonValue.Create(corpus.Id(random, isStranger)));
                break;
            case 7:
                Set(place, JsonNode.Parse(FuzzCorpus.Any(random, Numbers)));
                break;
            default:
                Set(place, JsonValue.Create(random.Next(2) == 0 ? FuzzCorpus.Any(random, Nasty) : Text(old) + FuzzCorpus.Any(random, Nasty)));
                break;
        }
    }

    private static string Renamed(Random random) => random.Next(3) switch { 0 => "2", 1 => "\u0000", _ => " " };

    private static JsonNode? Other(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(false),
        3 => JsonValue.Create(random.Next()),
        4 => JsonValue.Create(""),
        5 => new JsonArray(),
        6 => new JsonObject(),
        _ => new JsonArray(null, new JsonArray(1, "x"), new JsonObject { ["id"] = 7 }),
    };

    private static JsonNode? Nest(JsonNode? old, Random random)
    {
        var node = old?.DeepClone();
        for (var depth = random.Next(20) == 0 ? 80 : random.Next(1, 5); depth > 0; depth--)
        {
            node = random.Next(2) == 0 ? new JsonArray(node) : new JsonObject { ["x"] = node };
        }

        return node;
    }

    private static string Long(JsonNode? old, Random random)
    {
        var text = Text(old) is { Length: > 0 } some ? some : FuzzCorpus.Any(random, Nasty);
        var times = random.Next(50) == 0 ? 20_000 : random.Next(2, 200);
        return string.Concat(Enumerable.Repeat(text, Math.Max(1, Math.Min(times, 200_000 / text.Length))));
    }

    private static string Text(JsonNode? node) => node is JsonValue value ? value.ToString() : "";

    private static JsonNode? Get((JsonNode Parent, string? Key, int At) place) => place.Parent is JsonObject fields
        ? fields.TryGetPropertyValue(place.Key!, out var value) ? value : null
        : place.At < place.Parent.AsArray().Count ? place.Parent.AsArray()[place.At] : null;

    private static void Set((JsonNode Parent, string? Key, int At) place, JsonNode? value)
    {
        if (place.Parent is JsonObject fields)
        {
            fields[place.Key!] = value;
        }
        else if (place.At < place.Parent.AsArray().Count)
        {
            place.Parent.AsArray()[place.At] = value;
        }
    }
}
