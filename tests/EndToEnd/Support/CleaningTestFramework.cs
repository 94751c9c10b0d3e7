using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("PageMessagesGen.EndToEnd.Support.CleaningTestFramework", "PageMessagesGen.EndToEnd")]

namespace PageMessagesGen.EndToEnd.Support;

/// <summary>
/// Runs the tests as xunit does, and cleans up behind the last one. A fixture could do that for tests that run
/// one after the other only, and the end of the process is too late: the test host is killed soon after.
/// </summary>
public sealed class CleaningTestFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assemblyName, ISourceInformationProvider sources, IMessageSink messages)
        : XunitTestFrameworkExecutor(assemblyName, sources, messages)
    {
        protected override async void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            using var runner = new Runner(TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions);
            await runner.RunAsync();
        }
    }

    private sealed class Runner(
        ITestAssembly assembly, IEnumerable<IXunitTestCase> cases, IMessageSink diagnostics, IMessageSink execution, ITestFrameworkExecutionOptions options)
        : XunitTestAssemblyRunner(assembly, cases, diagnostics, execution, options)
    {
        protected override async Task BeforeTestAssemblyFinishedAsync()
        {
            await TestRun.CleanUpAsync();
            await base.BeforeTestAssemblyFinishedAsync();
        }
    }
}
