using PageMessagesGen.EndToEnd.Support;

namespace PageMessagesGen.EndToEnd;

public sealed class TransitiveUseTests
{
    private const string LibraryCode = """
        using PageMessages;

        namespace Shop;

        /// <summary>Writes messages.</summary>
        public static class Messages
        {
            /// <summary>Writes one.</summary>
            public static SendMessageRequest Hello() => new()
            {
                Recipient = new() { Id = "1" },
                Message = new() { Text = "Hello" },
            };
        }
        """;

    // Names of generated types and of the runtime library, although this project refers to neither by itself.
    private const string AppCode = """
        using PageMessages;
        using PageMessagesGen;
        using Shop;

        SendMessageRequest request = Messages.Hello();
        var options = new GraphApiOptions { PageId = "1", AccessToken = "made-up-token" };
        Console.WriteLine($"{request.Message!.Text} from {options.PageId} as {MessagingType.Response}");
        """;

    [Fact]
    public async Task Behind_a_library_project_types_are_used_and_not_generated_again()
    {
        var run = await TestRun.GetAsync();
        var library = Library(run, "Shop.Messages");
        var app = new FreshProject(run, "App")
            .WriteProject("<OutputType>Exe</OutputType>", $"""<ProjectReference Include="{library.ProjectFile}" />""", withReference: false)
            .Write("Program.cs", AppCode);

        (await app.BuildAsync()).Succeeded();

        await AssertRunsOnTheLibraryAsync(app, library);
    }

    [Fact]
    public async Task Behind_a_library_package_it_is_the_same()
    {
        var run = await TestRun.GetAsync();
        var library = Library(run, "Shop.Packed");
        Assert.Equal(0, (await library.PackAsync("-p:Version=1.0.0")).ExitCode);
        var app = new FreshProject(run, "App")
            .WriteProject("<OutputType>Exe</OutputType>", """<PackageReference Include="Shop.Packed" Version="1.0.0" />""", withReference: false)
            .Write("Program.cs", AppCode);

        (await app.BuildAsync()).Succeeded();

        await AssertRunsOnTheLibraryAsync(app, library);
    }

    private static FreshProject Library(TestRun run, string name) => new FreshProject(run, name).WriteProject().Write("Messages.cs", LibraryCode);

    private static async Task AssertRunsOnTheLibraryAsync(FreshProject app, FreshProject library)
    {
        var ran = await DotNet.RunAsync(app.Folder, app.Assembly());
        Assert.Equal("Hello from 1 as Response\n", ran.Succeeded().Output);
        Assert.Empty(AssemblyFile.Read(app.Assembly()).Namespaces);
        Assert.Contains(library.Name, AssemblyFile.Read(app.Assembly()).References.Keys);
    }
}
