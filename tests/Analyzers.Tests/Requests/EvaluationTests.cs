using PageMessagesGen.Analyzers.Tests.Support;

namespace PageMessagesGen.Analyzers.Tests.Requests;

public class EvaluationTests
{
    private static Task CheckKindAsync(string expression, bool isTagged, string before = "", string parameters = "bool b, Kind k, Kind? n, int i") => Toy.CheckBodyAsync(
        $$"""
        {{before}}
        _ = new Request { To = new() { Id = "1" }, Text = "a", {{(isTagged ? $"{{|PMG3001:Kind = {expression}|}}" : $"Kind = {expression}")}} };
        """,
        parameters);

    [Theory]
    [InlineData("Kind.Tagged", true)]
    [InlineData("(Kind?)Kind.Tagged", true)]
    [InlineData("(Kind)2", true)]
    [InlineData("b ? Kind.Tagged : Kind.Tagged", true)]
    [InlineData("b ? Kind.Tagged : Kind.Plain", false)]
    [InlineData("b ? Kind.Tagged : throw new Exception()", true)]
    [InlineData("true ? Kind.Tagged : Kind.Plain", true)]
    [InlineData("i switch { 1 => Kind.Tagged, 2 => Kind.Tagged, _ => throw new Exception() }", true)]
    [InlineData("i switch { 1 => Kind.Tagged, _ => null }", false)]
    [InlineData("(Kind?)null ?? Kind.Tagged", true)]
    [InlineData("n ?? Kind.Tagged", false)]
    [InlineData("k", false)]
    [InlineData("n", false)]
    [InlineData("default(Kind?)", false)]
    [InlineData("default", false)]
    [InlineData("null", false)]
    public Task Branches_are_all_considered(string expression, bool isTagged) => CheckKindAsync(expression, isTagged);

    [Theory]
    [InlineData("var x = Kind.Tagged;", true)]
    [InlineData("Kind x; x = Kind.Tagged;", true)]
    [InlineData("Kind? x = null; if (b) x = Kind.Tagged;", false)]
    [InlineData("Kind? x = null; if (b) x = Kind.Tagged; else x = Kind.Tagged;", true)]
    [InlineData("Kind? x = null; x = Kind.Tagged;", true)]
    [InlineData("Kind? x = Kind.Tagged; x = null;", false)]
    [InlineData("Kind? x = Kind.Tagged; { { x = Kind.Plain; } }", false)]
    [InlineData("Kind? x = Kind.Tagged; void Change() => x = Kind.Plain; Change();", false)]
    [InlineData("Kind? x = Kind.Plain; while (b) { x = Kind.Tagged; b = false; }", false)]
    [InlineData("Kind? x = Kind.Tagged; while (b) { x = Kind.Tagged; b = false; }", true)]
    [InlineData("Kind? x = Kind.Tagged; Action a = () => x = Kind.Plain; a();", false)]
    [InlineData("Kind x = Kind.Tagged; Change(ref x); static void Change(ref Kind k) => k = Kind.Plain;", false)]
    [InlineData("Kind x = Kind.Tagged; Change(ref (x)); static void Change(ref Kind k) => k = Kind.Plain;", false)]
    [InlineData("Kind? x = Kind.Tagged; Change(ref x!); static void Change(ref Kind? k) => k = Kind.Plain;", false)]
    [InlineData("Kind x = Kind.Tagged; ref Kind y = ref (x); y = Kind.Plain;", false)]
    [InlineData("Kind x = Kind.Tagged; x.Replace();", false)]
    [InlineData("Kind x = Kind.Tagged; System.Runtime.CompilerServices.Unsafe.AsRef(in x) = Kind.Plain;", false)]
    [InlineData("Kind x = Kind.Tagged; __refvalue(__makeref(x), Kind) = Kind.Plain;", false)]
    [InlineData("Kind x = Kind.Tagged; x.ToString(); x.HasFlag(k);", true)]
    [InlineData("Kind? x = Kind.Plain; System.Diagnostics.Debug.WriteLine(x = Kind.Tagged);", false)]
    [InlineData("Kind? x = Kind.Plain; Console.WriteLine(x = Kind.Tagged);", true)]
    [InlineData("Kind x = Kind.Tagged; x++;", false)]
    [InlineData("Kind x = Kind.Tagged; (x, _) = (Kind.Plain, 1);", false)]
    [InlineData("Kind x = Kind.Plain; try { x = Kind.Tagged; i.ToString(); } catch { }", false)]
    [InlineData("if (!Enum.TryParse<Kind>(\"a\", out var x)) return;", false)]
    [InlineData("const Kind x = Kind.Tagged;", true)]
    [InlineData("foreach (var y in new[] { Kind.Plain }) { } var x = Kind.Tagged;", true)]
    [InlineData("Kind x = Kind.Tagged; switch (i) { case 1: x = Kind.Plain; break; case 2: x = Kind.Tagged; break; }", false)]
    [InlineData("Kind x = Kind.Plain; if (b) { x = Kind.Plain; } else { return; } x = Kind.Tagged;", true)]
    [InlineData("Kind? x = Kind.Tagged; x ??= Kind.Plain;", false)]
    [InlineData("Kind? x = Kind.Tagged; x = b ? Kind.Plain : Kind.Tagged;", false)]
    [InlineData("Kind? x = Kind.Plain; x = b ? Kind.Tagged : Kind.Tagged;", true)]
    [InlineData("Kind? x = Kind.Plain; x = n ?? Kind.Tagged;", false)]
    [InlineData("Kind? x = Kind.Tagged; if (b && (x = Kind.Plain) == k) return;", false)]
    [InlineData("Kind? x = null; (x) /* now */ = Kind.Tagged;", true)]
    [InlineData("Kind? x = null; ( /* now */ x) = Kind.Tagged;", true)]
    [InlineData("Kind x = Kind.Tagged, y = Kind.Plain; (b ? ref x : ref y) = Kind.Plain;", false)]
    [InlineData("Kind x = Kind.Tagged, y = Kind.Plain; ref Kind r = ref y; r = ref x; r = Kind.Plain;", false)]
    [InlineData("var all = new Kind[1]; ref Kind x = ref all[0]; x = Kind.Tagged; all[0] = Kind.Plain;", false)]
    [InlineData("dynamic d = i; Kind x = Kind.Tagged; d.Change(ref x);", false)]
    public Task Locals_are_followed(string before, bool isTagged) => CheckKindAsync("x", isTagged, before);

    [Fact]
    public Task A_statement_is_followed_from_left_to_right() => Toy.CheckBodyAsync("""
        Kind? x = Kind.Tagged;
        Use(x = Kind.Plain, new Request { To = new() { Id = "1" }, Text = "a", Kind = x });
        Kind? y = Kind.Plain;
        Use(y = Kind.Tagged, new Request { To = new() { Id = "1" }, Text = "a", {|PMG3001:Kind = y|} });
        Use(new Request { To = new() { Id = "1" }, Text = "a", {|PMG3001:Kind = y|} }, y = Kind.Plain);
        y = (y = new Request { To = new() { Id = "1" }, Text = "a", Kind = y }.Kind) ?? Kind.Plain;
        string z = "12345678901";
        _ = new Request { To = new() { Id = "1" }, Text = (z = "a") + z };
        z = "a";
        _ = new Request { To = new() { Id = "1" }, {|PMG3007:Text = z + (z = "1234567890")|} };
        static void Use(object? first, object? second) { }
        """);

    [Fact]
    public Task What_is_assigned_behind_the_reading_counts_too() => Toy.CheckBodyAsync("""
        Kind? x = Kind.Plain;
        Action make = () => _ = new Request { To = new() { Id = "1" }, Text = "a", Kind = x };
        x = Kind.Tagged;
        Kind? y = Kind.Plain;
        while (b)
        {
            _ = new Request { To = new() { Id = "1" }, Text = "a", Kind = y };
            y = Kind.Tagged;
        }
        Kind? z = Kind.Plain;
        again:
        z = Kind.Tagged;
        _ = new Request { To = new() { Id = "1" }, Text = "a", {|PMG3001:Kind = z|} };
        if (b)
            goto again;
        """);

    [Fact]
    public Task A_list_with_two_names_may_change() => Toy.CheckAsync("""
        List<Part> _parts = [];
        void M()
        {
            _ = new Request { To = new() { Id = "1" }, Parts = _parts = [] };
            List<Part> other;
            var once = other = new List<Part>();
            _ = new Request { To = new() { Id = "1" }, Parts = once };
            _parts.Add(new());
        }
        """);

    [Fact]
    public Task A_set_may_drop_elements() => Toy.CheckBodyAsync("""
        HashSet<Part> set = [p, p, p, p];
        _ = new Request { To = new() { Id = "1" }, Parts = [.. set] };
        IReadOnlyList<Part> list = [p, p, p, p];
        _ = new Request { To = new() { Id = "1" }, {|PMG3008:Parts = [.. list]|} };
        """, "Part p");

    [Theory]
    [InlineData("(long)3.9m", false)]
    [InlineData("(long)d", false)]
    [InlineData("i", true)]
    [InlineData("(long)i", true)]
    [InlineData("(long)w", true)]
    public Task A_number_may_lose_its_fraction(string expression, bool isTooLarge) => Toy.CheckBodyAsync($$"""
        decimal d = 3.9m, w = 4m;
        var i = 4;
        _ = new Request { To = new() { Id = "1" }, Text = "a", {{(isTooLarge ? $"{{|PMG3012:Number = {expression}|}}" : $"Number = {expression}")}} };
        """);

    [Fact]
    public Task A_field_may_be_read_before_it_is_set() => Toy.CheckAsync("""
        static readonly string A = B;
        static readonly string B = "12345678901";
        static readonly Request Early = new() { To = new() { Id = "1" }, Text = Late };
        static readonly string Late = "12345678901";
        static readonly Request Right = new() { To = new() { Id = "1" }, {|PMG3007:Text = Late|} };
        void M()
        {
            _ = new Request { To = new() { Id = "1" }, Text = A, Inner = new() { X = "1" } };
            _ = new Request { To = new() { Id = "1" }, {|PMG3007:Text = B|} };
        }
        """);

    [Fact]
    public Task Fields_that_are_made_of_fields_have_an_end() => Toy.CheckAsync($$"""
        static readonly string T0 = Environment.NewLine;
        {{string.Join("\n", Enumerable.Range(1, 12).Select(i => $"static readonly string T{i} = $\"{string.Concat(Enumerable.Repeat($"{{T{i - 1}}}", 8))}x\";"))}}
        void M() => _ = new Request { To = new() { Id = "1" }, {|PMG3007:Text = T12|} };
        """);

    // To read the block anew for each hole in each hole took minutes.
    [Fact]
    public Task Texts_with_many_holes_have_an_end() => Toy.CheckBodyAsync($$"""
        var a = b.ToString();
        var c = $"{{string.Concat(Enumerable.Repeat("{a}", 1_300))}}";
        _ = new Request { To = new() { Id = "1" }, Text = $"{{string.Concat(Enumerable.Repeat("{c}", 1_300))}}" };
        """);

    [Fact]
    public Task Texts_are_joined_in_the_order_of_their_parameters() => Toy.CheckBodyAsync("""
        _ = new Request { To = new() { Id = "1" }, {|PMG3001:Kind = Kind.Loud|}, Payload = RawJson.Parse(string.Concat(str1: "}", str0: "{")) };
        """);

    [Fact]
    public Task What_may_be_of_any_type_may_be_null() => Toy.CheckAsync("""
        void M<T>(object o) where T : IReadOnlyList<Part>
        {
            _ = new Request { To = new() { Id = "1" }, Payload = e, Parts = default(T) };
            _ = new Request { To = new() { Id = "1" }, Parts = new List<Tag>() as object as IReadOnlyList<Part> };
        }
        static JsonElement e;
        """);

    [Fact]
    public Task A_copy_that_is_made_by_hand_may_leave_members_out() => Toy.CheckAsync("""
        }
        namespace Toy
        {
            public partial record Request
            {
                public Request() { }
                [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
                public Request(Request other) => To = other.To;
            }
        }
        class More
        {
            void M(JsonElement e)
            {
                var start = new Request { To = new() { Id = "1" }, Text = "a" };
                _ = start with { Payload = e };
            }
        """);

    [Fact]
    public Task Records_of_the_user_are_nobodys_concern() => Toy.CheckAsync("""
        [System.Flags] enum Rights { Read = 1, Write = 2 }
        sealed record Customer
        {
            [System.Text.Json.Serialization.JsonPropertyName("name")] public required string? Name { get; init; }
            [System.Text.Json.Serialization.JsonPropertyName("rights")] public Rights Rights { get; init; }
            [System.Text.Json.Serialization.JsonPropertyName("answers")] public List<string?> Answers { get; init; } = [];
        }
        void M()
        {
            _ = new Customer { Name = null };
            _ = new Customer { Name = "a", Rights = Rights.Read | Rights.Write, Answers = ["yes", null] };
        }
        """);

    [Fact]
    public Task What_looks_like_the_making_of_an_object_can_be_a_constant() => Toy.CheckBodyAsync("""
        _ = new Request { To = new() { Id = "1" }, Text = "a", {|PMG3013:Tags = [new()]|} };
        _ = new Request { To = new() { Id = "1" }, Text = "a", {|PMG3013:Tags = [new Tag()]|} };
        _ = new Request { To = new() { Id = "1" }, Text = "a", Payload = new JsonElement?() };
        """);

    // Without a memory, the last text would be made of a hundred billion pieces.
    [Fact]
    public Task Texts_that_are_made_of_texts_have_an_end() => Toy.CheckBodyAsync($$"""
        var t0 = b.ToString();
        {{string.Join("\n", Enumerable.Range(1, 12).Select(i => $"var t{i} = $\"{string.Concat(Enumerable.Repeat($"{{t{i - 1}}}", 8))}x\";"))}}
        _ = new Request { To = new() { Id = "1" }, Text = t0 };
        _ = new Request { To = new() { Id = "1" }, {|PMG3007:Text = t12|} };
        """);

    [Fact]
    public Task A_loop_that_builds_on_itself_ends() => Toy.CheckBodyAsync("""
        var request = new Request { To = new() { Id = "1" }, Text = "a" };
        for (var i = 0; i < 3; i++)
            request = request with { Note = "n" };
        _ = request with { Kind = Kind.Tagged };
        """);

    [Fact]
    public Task Constants_and_readonly_fields_are_known() => Toy.CheckAsync("""
        const Kind C = Kind.Tagged;
        static readonly Kind R = Kind.Tagged;
        static readonly Kind? N = null;
        readonly Kind Own = Kind.Tagged;
        static Kind Changing = Kind.Tagged;
        static readonly Request Start = new() { To = new() { Id = "1" }, Text = "a" };
        void M()
        {
            _ = new Request { To = new() { Id = "1" }, Text = "a", {|PMG3001:Kind = C|} };
            _ = new Request { To = new() { Id = "1" }, Text = "a", {|PMG3001:Kind = R|} };
            _ = new Request { To = new() { Id = "1" }, Text = "a", Kind = N };
            _ = new Request { To = new() { Id = "1" }, Text = "a", Kind = Own };
            _ = new Request { To = new() { Id = "1" }, Text = "a", Kind = Changing };
            _ = Start with { {|PMG3001:Kind = R|} };
        }
        """);

    [Fact]
    public Task A_with_reports_what_it_touches() => Toy.CheckBodyAsync("""
        var start = new Request { To = new() { Id = "1" } };
        _ = start with { Text = "a", {|PMG3001:Kind = Kind.Tagged|} };
        _ = start with { Text = "a", Kind = Kind.Tagged, Tag = Tag.Good };
        _ = start {|PMG3005:with|} { Text = null };
        _ = start with { Note = "n" };
        _ = unknown with { Kind = Kind.Tagged };
        _ = unknown with { Kind = Kind.Tagged, Tag = Tag.Good };
        _ = unknown with { {|PMG3001:Kind = Kind.Tagged|}, Tag = null };
        _ = (unknown with { Tag = null }) with { {|PMG3001:Kind = Kind.Tagged|} };
        _ = start with { Text = "a", Kind = Kind.Tagged } with { Tag = Tag.Good };
        _ = ((start with { Text = "a", Kind = Kind.Tagged })!) with { Note = "n" } with { Tag = Tag.Good };
        _ = start with { Text = "a", {|PMG3001:Kind = Kind.Tagged|} } with { Note = "n" };
        _ = ((start with { {|PMG3007:Text = "more than ten"|} }) as Request)! with { Number = 1 };
        _ = new Request { To = new() { Id = "1" } } with { Text = "a" };
        """, "Request unknown");

    [Fact]
    public Task A_chain_of_withs_is_reported_once_and_by_its_result() => Toy.CheckBodyAsync("""
        _ = start with { Kind = Kind.Tagged, {|PMG3011:Tag = Tag.Gone|} } with { Number = 1 };
        _ = (start with { {|PMG3007:Text = "more than ten"|} })! with { Number = 1 } with { Note = "n" };
        _ = ((Request)(object)(start with { {|PMG3007:Text = "more than ten"|} })) with { Number = 1 };
        _ = start with { Kind = Kind.Silent, {|PMG3002:Note = "n"|} } with { Number = 1 };
        _ = start with { Kind = Kind.Silent, Note = "n" } with { Note = null };
        _ = start with { Text = "more than ten" } with { Text = "a" };
        var half = start with { Kind = Kind.Tagged, Tag = null };
        _ = half with { Tag = Tag.Good };
        var wrong = start with { {|PMG3007:Text = "more than ten"|} };
        _ = wrong with { Number = 1 };
        """, "Request start");

    [Fact]
    public Task A_creation_that_is_also_sent_is_judged_in_full() => Toy.CheckBodyAsync("""
        var start = new {|PMG3005:Request|} { To = new() { Id = "1" } };
        _ = start with { Text = "a" };
        client.SendAsync(start);
        """, "Client client");

    [Theory]
    [InlineData("[new(), new(), new(), new()]", true)]
    [InlineData("[new(), new(), new()]", false)]
    [InlineData("new Part[] { new(), new(), new(), new() }", true)]
    [InlineData("new[] { p, p, p, p }", true)]
    [InlineData("new List<Part> { new(), new(), new(), new() }", true)]
    [InlineData("new List<Part>(8) { new(), new(), new(), new() }", true)]
    [InlineData("new List<Part>(l) { new(), new(), new() }", false)]
    [InlineData("new List<Part>(l) { new(), new(), new(), new() }", true)]
    [InlineData("[.. l, new(), new(), new(), new()]", true)]
    [InlineData("[.. l, new(), new(), new()]", false)]
    [InlineData("[.. new[] { p, p }, p, p]", true)]
    [InlineData("l", false)]
    [InlineData("once", true)]
    [InlineData("twice", false)]
    public Task Elements_are_counted(string expression, bool isTooMany) => Toy.CheckBodyAsync(
        $$"""
        var once = new List<Part> { p, p, p, p };
        var twice = new List<Part> { p, p, p, p };
        twice.Clear();
        _ = new Request { To = new() { Id = "1" }, {{(isTooMany ? $"{{|PMG3008:Parts = {expression}|}}" : $"Parts = {expression}")}} };
        """,
        "Part p, List<Part> l");

    [Theory]
    [InlineData("\"12345\" + \"678901\"", true)]
    [InlineData("s + \"12345678901\"", true)]
    [InlineData("s + \"1234567890\"", false)]
    [InlineData("$\"{s}12345{i}678901\"", true)]
    [InlineData("$\"{s}12345{i}67890\"", false)]
    [InlineData("$\"{\"123456\"}{\"78901\"}\"", true)]
    [InlineData("new string('x', 11)", true)]
    [InlineData("new string('x', i)", false)]
    [InlineData("new string('x', 10)", false)]
    [InlineData("new string('x', 2000000000)", true)]
    [InlineData("s.PadLeft(30)", true)]
    [InlineData("string.Concat(\"123456\", s, \"78901\")", true)]
    [InlineData("b ? \"12345678901\" : \"123456789012\"", true)]
    [InlineData("b ? \"12345678901\" : s", false)]
    [InlineData("s", false)]
    [InlineData("string.Empty", true)]
    public Task The_least_length_of_a_text_is_known(string expression, bool isWrong) => Toy.CheckBodyAsync(
        $$"""_ = new Request { To = new() { Id = "1" }, {{(isWrong ? $"{{|PMG3007:Text = {expression}|}}" : $"Text = {expression}")}} };""",
        "string s, int i, bool b");

    [Fact]
    public Task What_may_be_null_is_not_taken_for_set() => Toy.CheckBodyAsync("""
        _ = new Request { To = new() { Id = "1" }, Text = s, Payload = e };
        _ = new Request { To = new() { Id = "1" }, Text = $"{s}", {|PMG3006:Payload = e|} };
        _ = new Request { To = new() { Id = "1" }, Text = $"{s}", Payload = m };
        """, "string s, JsonElement e, JsonElement? m");

    [Fact]
    public Task A_constructor_of_the_user_may_set_anything() => Toy.CheckAsync("""
        }
        namespace Toy
        {
            public partial record Part { public Part() { } }
        }
        class More
        {
            void M() => _ = new Request { To = new() { Id = "1" }, Parts = [new Part { Icon = "i" }] };
        """);
}
