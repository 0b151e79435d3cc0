using System.Text.Json;

namespace RevBot.Testing.Slack;

/// <summary>Checks blocks and views as strictly as Slack documents them: required and unknown properties, limits in code points, uniqueness.</summary>
public static class BlockKitValidator
{
    private static readonly string[] InputElements = ["static_select", "external_select", "plain_text_input", "number_input", "datepicker"];

    /// <summary>What Slack would refuse in a message's blocks; empty when it is fine.</summary>
    public static IReadOnlyList<string> FindProblems(JsonElement blocks)
    {
        var check = new Checker();
        check.Blocks(blocks, "/blocks", 50, inView: false);
        check.Require(check.TextLength < 13_200, "/blocks", "msg_blocks_too_long");
        return check.Problems;
    }

    /// <summary>What Slack would refuse in a modal.</summary>
    public static IReadOnlyList<string> FindViewProblems(JsonElement view)
    {
        var check = new Checker();
        check.Require(view.TryGetProperty("type", out var kind) && kind.ValueEquals("modal"), "/view/type", "must be modal");
        check.Properties(view, "/view", ["type", "title", "blocks"], ["callback_id", "private_metadata", "submit", "close", "clear_on_close", "notify_on_close", "external_id"]);
        check.Require(view.GetRawText().Length <= 250_000, "/view", "view_too_large");
        check.PlainText(view, "title", "/view/title", 24);
        check.PlainText(view, "submit", "/view/submit", 24);
        check.PlainText(view, "close", "/view/close", 24);
        check.Text(view, "private_metadata", "/view/private_metadata", 0, 3_000);
        check.Text(view, "callback_id", "/view/callback_id", 1, 255);
        if (view.TryGetProperty("blocks", out var blocks))
        {
            check.Blocks(blocks, "/view/blocks", 100, inView: true);
            var hasInput = blocks.EnumerateArray().Any(block => block.TryGetProperty("type", out var type) && type.GetString() == "input");
            check.Require(!hasInput || view.TryGetProperty("submit", out _), "/view/submit", "is required with inputs");
        }

        return check.Problems;
    }

    /// <summary>What Slack would not show of an answer to a search for options.</summary>
    public static IReadOnlyList<string> FindOptionProblems(JsonElement? answer)
    {
        var check = new Checker();
        if (answer is not { ValueKind: JsonValueKind.Object } found)
        {
            return ["[ERROR] no options were answered"];
        }

        check.Properties(found, "", [], ["options", "option_groups"]);
        check.Require(found.TryGetProperty("options", out _) != found.TryGetProperty("option_groups", out _), "", "needs options or option_groups");
        check.Options(found, "", min: 0);
        return check.Problems;
    }

    /// <summary>What Slack would refuse on the Home tab.</summary>
    public static IReadOnlyList<string> FindHomeProblems(JsonElement view)
    {
        var check = new Checker();
        check.Properties(view, "/view", ["type", "blocks"], ["callback_id", "private_metadata", "external_id"]);
        check.Require(view.TryGetProperty("type", out var type) && type.ValueEquals("home"), "/view/type", "must be home");
        check.Require(view.GetRawText().Length <= 250_000, "/view", "view_too_large");
        check.Text(view, "private_metadata", "/view/private_metadata", 0, 3_000);
        check.Text(view, "callback_id", "/view/callback_id", 1, 255);
        if (view.TryGetProperty("blocks", out var blocks))
        {
            check.Blocks(blocks, "/view/blocks", 100, inView: true);
            check.Require(blocks.EnumerateArray().All(block => !block.TryGetProperty("type", out var kind) || !kind.ValueEquals("alert")), "/view/blocks", "alert is for modals only");
        }

        return check.Problems;
    }

    private sealed class Checker
    {
        private readonly HashSet<string> _blockIds = [];

        public List<string> Problems { get; } = [];

        public int TextLength { get; private set; }

        public void Require(bool holds, string path, string problem)
        {
            if (!holds)
            {
                Problems.Add($"[ERROR] {problem} [json-pointer:{path}]");
            }
        }

        public void Blocks(JsonElement blocks, string path, int max, bool inView)
        {
            Require(blocks.ValueKind == JsonValueKind.Array && blocks.GetArrayLength() is var count && count >= 1 && count <= max, path, $"must have 1 to {max} items");
            var (tables, charts) = (0, 0);
            foreach (var (i, block) in Items(blocks))
            {
                var at = $"{path}/{i}";
                var type = TypeOf(block);
                tables += type == "table" ? 1 : 0;
                charts += type == "data_visualization" ? 1 : 0;
                Text(block, "block_id", $"{at}/block_id", 1, 255);
                if (block.TryGetProperty("block_id", out var id))
                {
                    Require(_blockIds.Add(id.GetString() ?? ""), $"{at}/block_id", "must be unique");
                }

                Block(block, type, at, inView);
            }

            Require(tables <= 1, path, "only_one_table_allowed");
            Require(charts <= 2, path, "at most two charts");
        }

        public void Properties(JsonElement element, string path, string[] required, string[] optional)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                Require(false, path, "must be an object");
                return;
            }

            foreach (var name in required)
            {
                Require(element.TryGetProperty(name, out _), path, $"missing required field: {name}");
            }

            foreach (var property in element.EnumerateObject())
            {
                Require(required.Contains(property.Name) || optional.Contains(property.Name), path, $"invalid additional property: {property.Name}");
                Require(property.Value.ValueKind != JsonValueKind.Null, path, $"must not be null: {property.Name}");
            }
        }

        public void Text(JsonElement parent, string name, string path, int min, int max)
        {
            if (parent.TryGetProperty(name, out var value))
            {
                var length = value.ValueKind == JsonValueKind.String ? (value.GetString() ?? "").EnumerateRunes().Count() : -1;
                Require(length >= min && length <= max, path, $"must be {min} to {max} characters");
            }
        }

        public void PlainText(JsonElement parent, string name, string path, int max) => TextObject(parent, name, path, max, "plain_text");

        private void TextObject(JsonElement parent, string name, string path, int max, params string[] types)
        {
            if (parent.TryGetProperty(name, out var text))
            {
                TextObject(text, path, max, types);
            }
        }

        private void TextObject(JsonElement text, string path, int max, params string[] types)
        {
            var type = TypeOf(text);
            Properties(text, path, ["type", "text"], type == "mrkdwn" ? ["verbatim"] : ["emoji"]);
            Require(types.Contains(type), path, $"must be {string.Join(" or ", types)}");
            Text(text, "text", $"{path}/text", 1, max);
            TextLength += text.TryGetProperty("text", out var words) ? (words.GetString() ?? "").EnumerateRunes().Count() : 0;
        }

        private void Block(JsonElement block, string type, string at, bool inView)
        {
            switch (type)
            {
                case "header":
                    Properties(block, at, ["type", "text"], ["block_id", "level"]);
                    PlainText(block, "text", $"{at}/text", 150);
                    break;
                case "divider":
                    Properties(block, at, ["type"], ["block_id"]);
                    break;
                case "section":
                    Properties(block, at, ["type"], ["block_id", "text", "fields", "accessory", "expand"]);
                    Require(block.TryGetProperty("text", out _) || block.TryGetProperty("fields", out _), at, "needs text or fields");
                    TextObject(block, "text", $"{at}/text", 3_000, "plain_text", "mrkdwn");
                    List(block, "fields", $"{at}/fields", 1, 10, (field, path) => TextObject(field, path, 2_000, "plain_text", "mrkdwn"));
                    break;
                case "context":
                    Properties(block, at, ["type", "elements"], ["block_id"]);
                    List(block, "elements", $"{at}/elements", 1, 10, (text, path) => TextObject(text, path, 3_000, "plain_text", "mrkdwn"));
                    break;
                case "actions":
                    Properties(block, at, ["type", "elements"], ["block_id"]);
                    List(block, "elements", $"{at}/elements", 1, 25, (element, path) => Element(element, path, "button", "static_select", "datepicker"));
                    var actionIds = Items(block.GetProperty("elements")).Select(item => item.Item.TryGetProperty("action_id", out var id) ? id.GetString() : null).ToList();
                    Require(actionIds.Distinct().Count() == actionIds.Count, $"{at}/elements", "action_id must be unique");
                    break;
                case "input" when inView:
                    Properties(block, at, ["type", "label", "element"], ["block_id", "hint", "optional", "dispatch_action"]);
                    PlainText(block, "label", $"{at}/label", 2_000);
                    PlainText(block, "hint", $"{at}/hint", 2_000);
                    Element(block.GetProperty("element"), $"{at}/element", InputElements);
                    break;
                case "table" when !inView:
                    Table(block, at);
                    break;
                case "data_visualization" when !inView:
                    Chart(block, at);
                    break;
                default:
                    Require(false, at, $"unsupported type: {type}");
                    break;
            }
        }

        private void Chart(JsonElement block, string at)
        {
            Properties(block, at, ["type", "title", "chart"], ["block_id"]);
            Text(block, "title", $"{at}/title", 1, 50);
            var chart = block.GetProperty("chart");
            Properties(chart, $"{at}/chart", ["type", "series", "axis_config"], []);
            Require(TypeOf(chart) is "bar" or "line" or "area", $"{at}/chart/type", "must be bar, line or area");
            Properties(chart.GetProperty("axis_config"), $"{at}/chart/axis_config", ["categories"], ["x_label", "y_label"]);
            var categories = Items(chart.GetProperty("axis_config").GetProperty("categories")).Select(item => item.Item.GetString()).ToList();
            Require(categories.Count is >= 1 and <= 20 && categories.Distinct().Count() == categories.Count, $"{at}/chart/axis_config/categories", "must be 1 to 20, each once");
            List(chart, "series", $"{at}/chart/series", 1, 6, (series, path) =>
            {
                Properties(series, path, ["name", "data"], []);
                Text(series, "name", $"{path}/name", 1, 20);
                foreach (var (i, point) in Items(series.GetProperty("data")))
                {
                    Properties(point, $"{path}/data/{i}", ["label", "value"], []);
                    Text(point, "label", $"{path}/data/{i}/label", 1, 20);
                    Require(point.GetProperty("value").ValueKind == JsonValueKind.Number, $"{path}/data/{i}/value", "must be a number");
                }

                Require(Items(series.GetProperty("data")).Select(item => item.Item.GetProperty("label").GetString()).SequenceEqual(categories), path, "must have exactly the categories");
            });
        }

        private void Table(JsonElement block, string at)
        {
            Properties(block, at, ["type", "rows"], ["block_id", "column_settings"]);
            var before = TextLength;
            List(block, "rows", $"{at}/rows", 1, 100, (row, path) =>
            {
                Require(row.GetArrayLength() is >= 1 and <= 20, path, "must have 1 to 20 cells");
                foreach (var (i, cell) in Items(row))
                {
                    Properties(cell, $"{path}/{i}", ["type", "text"], []);
                    Require(TypeOf(cell) == "raw_text", $"{path}/{i}", "must be raw_text");
                    Text(cell, "text", $"{path}/{i}/text", 1, 10_000);
                    TextLength += (cell.GetProperty("text").GetString() ?? "").EnumerateRunes().Count();
                }
            });
            Require(TextLength - before <= 10_000, at, "must be at most 10000 characters over all cells");
            List(block, "column_settings", $"{at}/column_settings", 0, 20, (setting, path) => Properties(setting, path, [], ["align", "is_wrapped"]));
        }

        private void Element(JsonElement element, string at, params string[] allowed)
        {
            var type = TypeOf(element);
            Require(allowed.Contains(type), at, $"unsupported element: {type}");
            Text(element, "action_id", $"{at}/action_id", 1, 255);
            switch (type)
            {
                case "button":
                    Properties(element, at, ["type", "text", "action_id"], ["value", "url", "style", "confirm", "accessibility_label"]);
                    PlainText(element, "text", $"{at}/text", 75);
                    Text(element, "value", $"{at}/value", 0, 2_000);
                    Require(!element.TryGetProperty("style", out var style) || style.GetString() is "primary" or "danger", $"{at}/style", "must be primary or danger");
                    if (element.TryGetProperty("confirm", out var confirm))
                    {
                        var before = TextLength;
                        Properties(confirm, $"{at}/confirm", ["title", "text", "confirm", "deny"], ["style"]);
                        PlainText(confirm, "title", $"{at}/confirm/title", 100);
                        TextObject(confirm, "text", $"{at}/confirm/text", 300, "plain_text", "mrkdwn");
                        PlainText(confirm, "confirm", $"{at}/confirm/confirm", 30);
                        PlainText(confirm, "deny", $"{at}/confirm/deny", 30);

                        // Not part of what the message shows.
                        TextLength = before;
                    }

                    break;
                case "static_select":
                    Properties(element, at, ["type", "action_id"], ["options", "option_groups", "initial_option", "placeholder", "confirm", "focus_on_load"]);
                    Require(element.TryGetProperty("options", out _) != element.TryGetProperty("option_groups", out _), at, "needs options or option_groups");
                    var known = Options(element, at, min: 1);
                    Require(!element.TryGetProperty("initial_option", out var initial) || known.Contains(initial.GetRawText()), $"{at}/initial_option", "must be one of the options");
                    break;
                case "external_select":
                    Properties(element, at, ["type", "action_id"], ["initial_option", "min_query_length", "placeholder", "confirm", "focus_on_load"]);
                    PlainText(element, "placeholder", $"{at}/placeholder", 150);
                    if (element.TryGetProperty("initial_option", out var chosen))
                    {
                        Option(chosen, $"{at}/initial_option", []);
                    }

                    break;
                case "plain_text_input":
                    Properties(element, at, ["type", "action_id"], ["initial_value", "multiline", "min_length", "max_length", "placeholder", "dispatch_action_config", "focus_on_load"]);
                    var max = element.TryGetProperty("max_length", out var length) ? length.GetInt32() : 3_000;
                    Require(max is >= 1 and <= 3_000, $"{at}/max_length", "must be 1 to 3000");
                    Text(element, "initial_value", $"{at}/initial_value", 1, max);
                    break;
                case "number_input":
                    Properties(element, at, ["type", "action_id", "is_decimal_allowed"], ["initial_value", "min_value", "max_value", "placeholder", "dispatch_action_config", "focus_on_load"]);
                    break;
                case "datepicker":
                    Properties(element, at, ["type", "action_id"], ["initial_date", "placeholder", "confirm", "focus_on_load"]);
                    Text(element, "initial_date", $"{at}/initial_date", 10, 10);
                    break;
            }
        }

        public List<string> Options(JsonElement parent, string at, int min)
        {
            var known = new List<string>();
            List(parent, "options", $"{at}/options", min, 100, (option, path) => Option(option, path, known));
            List(parent, "option_groups", $"{at}/option_groups", 1, 100, (group, path) =>
            {
                Properties(group, path, ["label", "options"], []);
                PlainText(group, "label", $"{path}/label", 75);
                List(group, "options", $"{path}/options", 1, 100, (option, inner) => Option(option, inner, known));
            });
            return known;
        }

        private void Option(JsonElement option, string path, List<string> known)
        {
            Properties(option, path, ["text", "value"], ["description"]);
            PlainText(option, "text", $"{path}/text", 75);
            Text(option, "value", $"{path}/value", 1, 150);
            known.Add(option.GetRawText());
        }

        private void List(JsonElement parent, string name, string path, int min, int max, Action<JsonElement, string> check)
        {
            if (!parent.TryGetProperty(name, out var list))
            {
                return;
            }

            Require(list.ValueKind == JsonValueKind.Array && list.GetArrayLength() >= min && list.GetArrayLength() <= max, path, $"must have {min} to {max} items");
            foreach (var (i, item) in Items(list))
            {
                check(item, $"{path}/{i}");
            }
        }

        private static IEnumerable<(int Index, JsonElement Item)> Items(JsonElement list) =>
            list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select((item, i) => (i, item)) : [];

        private static string TypeOf(JsonElement element) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var type) ? type.GetString() ?? "" : "";
    }
}
