using System.Text.Json.Serialization;

namespace PageMessagesGen.Benchmarks.Client.Shapes;

// A generic template with the polymorphism of System.Text.Json.

[JsonPolymorphic(TypeDiscriminatorPropertyName = "template_type")]
[JsonDerivedType(typeof(Cards), "generic")]
public abstract record Template;

public sealed record Cards : Template
{
    public required IReadOnlyList<Card> Elements { get; init; }
}

public sealed record Card
{
    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    public string? ImageUrl { get; init; }

    public IReadOnlyList<CardButton>? Buttons { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PageButton), "web_url")]
[JsonDerivedType(typeof(ReplyButton), "postback")]
[JsonDerivedType(typeof(CallButton), "phone_number")]
public abstract record CardButton
{
    public required string Title { get; init; }
}

public sealed record PageButton : CardButton
{
    public required string Url { get; init; }
}

public sealed record ReplyButton : CardButton
{
    public required string Payload { get; init; }
}

public sealed record CallButton : CardButton
{
    public required string Payload { get; init; }
}
