using System.Diagnostics;
using System.Net.Http.Headers;
using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

/// <summary>The package PageMessages has the types of the default schema compiled, so that other source generators see them.</summary>
public sealed class CompiledPackageTests
{
    private const string Endpoint = """
        using PageMessages;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PageMessagesJsonContext.Default));
        builder.Services.AddPageMessages(builder.Configuration.GetSection("PageMessages"));
        await using var app = builder.Build();
        app.MapPost("/echo", (SendMessageRequest request) => request);
        await app.RunAsync();
        """;

    private const string Component = """
        @using PageMessages
        <button @onclick="SendAsync">Send</button>
        @code {
            [Microsoft.AspNetCore.Components.Parameter]
            public Microsoft.AspNetCore.Components.EventCallback<SendMessageRequest> OnSend { get; set; }

            private Task SendAsync() => OnSend.InvokeAsync(new SendMessageRequest { Recipient = new() { Id = "1" }, MessagingType = MessagingType.Response, Message = new() { Text = "Hi" } });
        }
        """;

    [Fact]
    public async Task The_request_delegate_generator_sees_its_types()
    {
        var project = await WebAsync("PageMessages");

        (await project.Write("Program.cs", Endpoint).BuildAsync()).Succeeded();
    }

    // This publishes ahead of time, which takes a C compiler, packages from the network, and a minute.
    [Fact]
    public async Task A_native_web_application_answers_with_them()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("NATIVE_TESTS") is null, "NATIVE_TESTS is not set.");
        const string Request = """{"recipient":{"id":"4471239905512287"},"messaging_type":"RESPONSE","message":{"text":"Hi"}}""";
        var project = (await WebAsync("PageMessages", sources: Sources.FeedAndPublic)).Write("Program.cs", Endpoint);
        (await DotNet.RunAsync(project.Folder, "publish", "-c", "Release", "-p:PublishAot=true", "-o", "out")).Succeeded();
        using var process = Process.Start(new ProcessStartInfo(project.PathOf("out/App"))
        {
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", ["PageMessages__PageId"] = "1", ["PageMessages__AccessToken"] = "made-up-token" },
        })!;
        try
        {
            string? line;
            do
                line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
            while (line?.Contains("Now listening on: ", StringComparison.Ordinal) == false);
            using var http = new HttpClient();
            using var body = new StringContent(Request, new MediaTypeHeaderValue("application/json"));

            using var response = await http.PostAsync(new Uri($"{line!.Split("Now listening on: ")[1]}/echo"), body);

            Assert.Equal(Request, await response.Content.ReadAsStringAsync());
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Where_the_types_are_generated_a_warning_says_so()
    {
        var project = await WebAsync("PageMessagesGen");

        var build = await project.Write("Program.cs", Endpoint).BuildAsync();

        Assert.Equal(1, build.ExitCode);
        Assert.Contains(build.Diagnostics, diagnostic => diagnostic.Kind == "warning PMG9005" && diagnostic.Text.Contains("The request delegate generator does not see types that are generated in the same project, so endpoints that use them do not compile. Reference the package PageMessages, or generate in a class library.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PageMessages", true)]
    [InlineData("PageMessagesGen", false)]
    public async Task Razor_components_see_its_types(string package, bool builds)
    {
        var project = (await WebAsync(package, aheadOfTime: false)).Write("Button.razor", Component).Write("Program.cs", "return;\n");

        var build = await project.BuildAsync();

        if (builds)
            build.Succeeded();
        else
            Assert.Contains(build.Diagnostics, diagnostic => diagnostic.Text.Contains("Razor components do not see types that are generated in the same project", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_analyzers_validate_requests_in_each_project()
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes", sources: Sources.FeedAndOthers)
            .WriteProject(items: $"""<PackageReference Include="PageMessages" Version="{run.Version}" />""", withReference: false)
            .Write("Notes.cs", """
                using PageMessages;

                namespace Notes;

                internal static class Sample
                {
                    public static SendMessageRequest Make() => new() { Recipient = new() { Id = "1" }, MessagingType = MessagingType.MessageTag, Message = new() { Text = "Hi" } };
                }
                """);

        var build = (await project.BuildAsync()).FailedWith("PMG3001");

        Assert.Contains("'tag' is required when 'messaging_type' is MESSAGE_TAG.", Assert.Single(build.Diagnostics).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The package PageMessages already has the types of the default schema, and the project has no other schema. Remove the package PageMessagesGen.")]
    [InlineData("<PageMessagesUseDefaultSchema>true</PageMessagesUseDefaultSchema>", "The package PageMessages already has the types of the default schema. Remove the property PageMessagesUseDefaultSchema, or one of the packages.")]
    public async Task A_project_with_both_packages_is_told(string property, string text)
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes", sources: Sources.FeedAndOthers).WriteProject(
            $"{property}{FreshProject.WithoutAnalyzers}<TreatWarningsAsErrors>false</TreatWarningsAsErrors>", $"""<PackageReference Include="PageMessages" Version="{run.Version}" />""");

        var build = await project.BuildAsync();

        Assert.Equal(property.Length == 0, build.ExitCode == 0);
        Assert.Equal(text, Assert.Single(build.Diagnostics, diagnostic => diagnostic.Kind.EndsWith("PMG9006", StringComparison.Ordinal)).Text);
    }

    [Fact]
    public async Task Both_packages_serve_a_project_with_another_schema()
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "Notes", sources: Sources.FeedAndOthers)
            .WriteProject(items: $"""<PackageReference Include="PageMessages" Version="{run.Version}" />""")
            .Write("inbox.endpoint.yaml", Schemas.Of("Inbox"))
            .Write("Notes.cs", "namespace Notes;\n\ninternal static class Both\n{\n    public static readonly System.Type[] Types = [typeof(PageMessages.SendMessageRequest), typeof(Inbox.Note)];\n}\n");

        (await project.BuildAsync()).Succeeded();

        Assert.DoesNotContain("PageMessages", AssemblyFile.Read(project.Assembly()).Namespaces);
    }

    private static async Task<FreshProject> WebAsync(string package, bool aheadOfTime = true, Sources sources = Sources.FeedAndOthers)
    {
        var run = await TestRun.GetAsync();
        var project = new FreshProject(run, "App", sources: sources);
        return project.Write(project.ProjectFile, $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <!-- The scripts of Blazor, from a package that the tests do not need. -->
                <RequiresAspNetWebAssets>false</RequiresAspNetWebAssets>
                <EnableRequestDelegateGenerator>{(aheadOfTime ? "true" : "false")}</EnableRequestDelegateGenerator>
                <TreatWarningsAsErrors>{(package == "PageMessages" ? "true" : "false")}</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="{package}" Version="{run.Version}" /></ItemGroup>
            </Project>
            """);
    }
}
