using PageMessagesGen.TestKit.Running;

namespace PageMessagesGen.TestKit.Tests;

/// <summary>Projects for the toy generator.</summary>
internal static class Toys
{
    public const string UserPath = "Program.cs";

    public static GeneratorInput One { get; } = new GeneratorInput()
        .WithSource(UserPath, "internal static class Program { public static string Name => Toys.Bear.Name; }")
        .WithAdditionalFile("bear.toy", "Bear # brown", ("Toy", "true"))
        .WithAdditionalFile("readme.txt", "No toy.");

    public static GeneratorInput Two { get; } = One.WithAdditionalFile("horse.toy", "Horse", ("Toy", "true"));
}
