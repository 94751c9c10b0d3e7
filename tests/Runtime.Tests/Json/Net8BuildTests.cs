using System.Reflection;
using System.Runtime.Loader;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PageMessages;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Json;

/// <summary>What is built for net8.0, runtime library and generated code, on the runtime at hand. It is built with <c>LONG_TESTS=1</c> only.</summary>
public sealed class Net8BuildTests : IDisposable
{
    private readonly Net8Build _build = new();
    private readonly Type _request;
    private readonly JsonSerializerContext _context;

    public Net8BuildTests()
    {
        LongTests.Require();
        _request = _build.Binding.GetType("PageMessages.SendMessageRequest", throwOnError: true)!;
        var context = _build.Binding.GetType("PageMessages.PageMessagesJsonContext", throwOnError: true)!;
        _context = (JsonSerializerContext)context.GetProperty("Default")!.GetValue(null)!;
    }

    public void Dispose() => _build.Unload();

    [Fact]
    public void It_is_the_build_for_net8() => Assert.All([_build.Binding, _build.Runtime], assembly =>
        Assert.Equal(".NETCoreApp,Version=v8.0", assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName));

    [Fact]
    public void Its_context_reads_and_writes_the_same_JSON()
    {
        foreach (var request in Requests.Corpus)
        {
            var text = JsonSerializer.Serialize(request, PageMessagesJsonContext.Default.SendMessageRequest);

            Wire.AssertSame(text, JsonSerializer.Serialize(Read(text), _request, _context));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"recipient":null}""")]
    [InlineData("""{"recipient":{},"reply_to":{}}""")]
    public void Its_context_demands_what_is_required(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Its_context_does_not_write_a_required_member_that_was_forced_to_null()
    {
        var request = Read("""{"recipient":{}}""");
        _request.GetProperty("Recipient")!.SetValue(request, null);

        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(request, _request, _context));
    }

    [Fact]
    public async Task Its_client_sends_the_same_bytes()
    {
        using var recorder = new BodyRecorder();
        using var http = new HttpClient(recorder);
        var options = Activator.CreateInstance(_build.Runtime.GetType("PageMessagesGen.GraphApiOptions", throwOnError: true)!)!;
        options.GetType().GetProperty("PageId")!.SetValue(options, Clients.PageId);
        options.GetType().GetProperty("AccessToken")!.SetValue(options, Clients.Canary);
        var validation = options.GetType().GetProperty("Validation")!;
        validation.SetValue(options, Enum.Parse(validation.PropertyType, "Off"));
        var client = Activator.CreateInstance(_build.Binding.GetType("PageMessages.PageMessagesClient", throwOnError: true)!, http, options)!;
        var request = Read(JsonSerializer.Serialize(Requests.Everything, PageMessagesJsonContext.Default.SendMessageRequest));

        await (Task)client.GetType().GetMethod("SendAsync")!.Invoke(client, [request, CancellationToken.None])!;

        Wire.AssertSame(Expected.Everything, Encoding.UTF8.GetString(recorder.Body!));
    }

    private object Read(string json) => JsonSerializer.Deserialize(json, _request, _context)!;

    private sealed class Net8Build() : AssemblyLoadContext("net8.0", isCollectible: true)
    {
        public Assembly Binding => Load(new AssemblyName("PageMessagesGen.Binding"))!;

        public Assembly Runtime => Load(new AssemblyName("PageMessagesGen.Runtime"))!;

        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name!.StartsWith("PageMessagesGen.", StringComparison.Ordinal)
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "net8.0", assemblyName.Name + ".dll"))
            : null;
    }
}
