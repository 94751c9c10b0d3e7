using System.Globalization;
using PageMessagesGen.Benchmarks.Compiler;

const string Usage = """
    Usage: Compiler generator <results> [processes] [keystrokes]
           Compiler analyzer <results> [rounds]
      generator   what the generator costs in the compiler
      analyzer    what the analyzers cost in it
    The figures go to the file <results> as well.
    """;

// From here on nothing may touch the compiler before it can be found.
SdkCompiler.Use();
switch (args)
{
    case ["generator", var results, .. var rest]:
        Runs.Generator(results, Number(rest, 0, 5), Number(rest, 1, 51));
        return 0;

    case ["analyzer", var results, .. var rest]:
        Runs.Analyzer(results, Number(rest, 0, 11));
        return 0;

    case ["cold", var operations]:
        Runs.Cold(int.Parse(operations, CultureInfo.InvariantCulture));
        return 0;

    default:
        Console.Error.WriteLine(Usage);
        return 2;
}

static int Number(string[] rest, int index, int otherwise) =>
    rest.Length > index ? int.Parse(rest[index], CultureInfo.InvariantCulture) : otherwise;
