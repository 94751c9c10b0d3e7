using System.Text;

namespace PageMessagesGen.JsonEquality.Tests.Support;

/// <summary>Takes answers as the Graph API gives them, and breaks them in some places.</summary>
internal sealed class MutatedAnswer(Random random)
{
    private static readonly byte[][] Answers = [.. ((string[])
    [
        """{"recipient_id":"4471239905512287","message_id":"m_AG5Hz2Uq7tuwNEhXfYYKj8mJEM_QPpz5jdCK48PnKAjSdjfipqxqMvK8ma6AC8fplwlqLP"}""",
        """{ "recipient_id" : "1" , "message_id" : "m_\u00e9\ud83c\udf55\/\"\\" , "attachment_id" : null }""",
        """{"recipient_id":"1","new":{"a":[1,-2.5e+10,true,false,null,{"b":"c \\ \" é 🍕"}],"d":{}},"message\u005fid":"m","message_id":"last wins"}""",
        """{"error":{"message":"(#551) This person isn't available right now.","type":"OAuthException","code":551,"error_subcode":1545041,"fbtrace_id":"AgQLP-ct24qY6jtWwuBwUjg"}}""",
        """{"message_id":"m","error":{"code":100,"error_subcode":2018001,"error_user_title":"漢字 🍕","error_user_msg":"\u6f22","is_transient":false,"error_data":{"x":[[]]}},"other":0.5}""",
        """{"error":"not an object","message_id":5,"error":{"code":"no number","message":7,"type":null}}""",
        """[{"message_id":"in a list"}]""",
        """{"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""",
        "{}",
    ]).Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] Pieces = [.. ((string[])
    [
        "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "fals", "0", "-", "1e5", "01", ".5", "5.", "1E+", " ", "\n", "\t", "\r", "\0", "\u001f", "\ufeff", "/* */", "//\n",
        "\\u0041", "\\ud83c", "\\udf55\\ud83c", "\\u00", "\\x", "\"error\":{", "\"error\":{\"code\":1},", "\"message_id\":", "\"message_id\":\"x\",", "'", "é", "🍕", "\u2028",
    ]).Select(Encoding.UTF8.GetBytes), [0xC3], [0xED, 0xA0, 0x80], [0xFF], [0xF0, 0x9F], [0xC0, 0xAF]];

    public byte[] Next()
    {
        var answer = Answers[random.Next(Answers.Length)].ToList();
        for (var left = random.Next(4); left > 0; left--)
            Break(answer);
        return [.. answer];
    }

    private void Break(List<byte> answer)
    {
        var at = random.Next(answer.Count + 1);
        var length = Math.Min(random.Next(1, random.Next(2) == 0 ? 3 : 40), answer.Count - at);
        switch (random.Next(7))
        {
            case 0:
                answer.RemoveRange(at, answer.Count - at);
                break;
            case 1:
                answer.RemoveRange(at, length);
                break;
            case 2:
                answer.InsertRange(random.Next(answer.Count + 1), answer.GetRange(at, length));
                break;
            case 3 when at < answer.Count:
                answer[at] = (byte)random.Next(256);
                break;
            case 4 when at < answer.Count:
                answer[at] ^= (byte)(1 << random.Next(8));
                break;
            default:
                answer.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }
}
