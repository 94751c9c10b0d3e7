using PageMessagesGen.CodeFixes.Tests.Support;

namespace PageMessagesGen.CodeFixes.Tests;

/// <summary>A text in another format.</summary>
public sealed class PMG3009Tests
{
    private const string Plain = """var b = new WebUrlButton { Title = "Book", {|PMG3009:Url = "http://example.com/book"|}, MessengerExtensions = true };""";

    [Fact]
    public Task An_address_becomes_secure_or_the_extensions_go() =>
        Fixing.In(Plain).AssertOffersAsync("PMG3009", "Use https in Url", "Remove MessengerExtensions");

    [Fact]
    public Task Addresses_of_a_file_become_secure() => Fixing.AssertFixesAsync(
        """
        var b = new WebUrlButton { Title = "Book", {|PMG3009:Url = "http://example.com/book"|}, MessengerExtensions = true };
        var login = new AccountLinkButton { {|PMG3009:Url = "HTTP://example.com/login"|} };
        """,
        "correct the format",
        """
        var b = new WebUrlButton { Title = "Book", Url = "https://example.com/book", MessengerExtensions = true };
        var login = new AccountLinkButton { Url = "HTTPS://example.com/login" };
        """);

    [Fact]
    public Task The_extensions_are_removed_only_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        Plain, "one by one: remove messenger_extensions", """var b = new WebUrlButton { Title = "Book", Url = "http://example.com/book" };""");

    [Theory]
    [InlineData("@\"http://example.com/a\"", "@\"https://example.com/a\"")]
    [InlineData("\"\"\"http://example.com/\"a\"/\"\"\"", "\"\"\"https://example.com/\"a\"/\"\"\"")]
    [InlineData("\"http://example.com\" /* menu */ + Path", "\"https://example.com\" /* menu */ + Path")]
    [InlineData("$\"http://example.com{Path}\"", "$\"https://example.com{Path}\"")]
    [InlineData("(\"http://example.com\" + \"/a:b\") + Path", "(\"https://example.com\" + \"/a:b\") + Path")]
    public Task Literals_keep_their_form(string old, string expected) => Fixing.AssertFixesAsync(
        $$"""
        const string Path = "/menu";
        var b = new WebUrlButton { Title = "Book", {|PMG3009:Url = {{old}}|}, MessengerExtensions = true };
        """,
        "correct the format",
        $$"""
        const string Path = "/menu";
        var b = new WebUrlButton { Title = "Book", Url = {{expected}}, MessengerExtensions = true };
        """);

    [Theory]
    [InlineData("\"http://example.com:8080/book\"")]
    [InlineData("Address")]
    [InlineData("Address + \"/\"")]
    [InlineData("\"ftp://example.com\"")]
    public Task An_address_with_a_port_or_from_elsewhere_is_left_to_its_author(string url) => Fixing
        .In($$"""
            const string Address = "http://example.com";
            var login = new AccountLinkButton { {|PMG3009:Url = {{url}}|} };
            """)
        .AssertOffersNothingAsync("PMG3009");

    [Fact]
    public Task A_scheme_is_added_only_where_an_author_says_so() => Fixing.AssertFixesOneByOneAsync(
        """var b = new WebUrlButton { Title = "Book", {|PMG3009:Url = "www.example.com/book"|} };""",
        "one by one: correct the format",
        """var b = new WebUrlButton { Title = "Book", Url = "https://www.example.com/book" };""");

    [Theory]
    [InlineData("+1 (202) 555-0123", "+12025550123")]
    [InlineData("+49.30/12345", "+493012345")]
    public Task A_phone_number_is_written_without_separators(string old, string expected) => Fixing.AssertFixesAsync(
        $$"""var b = new PhoneNumberButton { Title = "Call", {|PMG3009:Payload = "{{old}}"|} };""",
        "correct the format",
        $$"""var b = new PhoneNumberButton { Title = "Call", Payload = "{{expected}}" };""");

    [Theory]
    [InlineData("+49 (0)30 12345")]
    [InlineData("030 12345")]
    [InlineData("call me")]
    public Task A_phone_number_without_a_country_code_is_left_to_its_author(string number) => Fixing
        .In($$"""var b = new PhoneNumberButton { Title = "Call", {|PMG3009:Payload = "{{number}}"|} };""")
        .AssertOffersNothingAsync("PMG3009");

    [Fact]
    public Task A_currency_is_written_in_capital_letters() => Fixing.AssertFixesAsync(
        """var r = new ReceiptTemplate { RecipientName = "A", OrderNumber = "1", {|PMG3009:Currency = "eur"|}, PaymentMethod = "Card", Summary = new() { TotalCost = 1 } };""",
        "correct the format",
        """var r = new ReceiptTemplate { RecipientName = "A", OrderNumber = "1", Currency = "EUR", PaymentMethod = "Card", Summary = new() { TotalCost = 1 } };""");
}
