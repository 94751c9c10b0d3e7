using System.Globalization;
using System.Text;

namespace PageMessagesGen.Benchmarks.Compiler;

/// <summary>Code that nobody writes, whose analysis would take longer than its size suggests if values were looked up again for each use.</summary>
internal static class Contrived
{
    /// <summary>600 requests in one method, all with a local that is assigned on two paths.</summary>
    public static string SharedLocal()
    {
        var text = new StringBuilder("        var text = isLate ? \"late\" : \"\";\n        if (isLate)\n            text = \"later\";\n        else\n            text = \"soon\";\n");
        for (var i = 0; i < 600; i++)
            text.Append(CultureInfo.InvariantCulture, $"        _ = {Request("text")};\n");
        return Method(text);
    }

    /// <summary>1,500 requests in one method, all with a text that is put together from 1,500 locals.</summary>
    public static string ManyLocals()
    {
        var text = new StringBuilder("        var t0 = isLate ? \"a\" : \"b\";\n");
        for (var i = 1; i < 1_500; i++)
            text.Append(CultureInfo.InvariantCulture, $"        var t{i} = t{i - 1} + \"a\";\n");
        for (var i = 0; i < 1_500; i++)
            text.Append(CultureInfo.InvariantCulture, $"        _ = {Request("t1499")};\n");
        return Method(text);
    }

    private static string Request(string text) =>
        $"new SendMessageRequest {{ Recipient = new() {{ Id = \"1\" }}, MessagingType = MessagingType.Response, Message = new() {{ Text = {text} }} }}";

    private static string Method(StringBuilder body) => $$"""
        using PageMessages;

        internal static class Contrived
        {
            public static void Run(bool isLate)
            {
        {{body}}
            }
        }

        """;
}
