using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;
using PageMessagesGen.Runtime.Tests.Client;
using PageMessagesGen.Runtime.Tests.Support;

namespace PageMessagesGen.Runtime.Tests.Hosts;

/// <summary>Everything into which a secret could leak beside exceptions: logs, event sources, activities and meters.</summary>
internal sealed class Sinks : EventListener, ILoggerProvider
{
    private readonly ConcurrentQueue<string>? _texts;
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;

    public Sinks()
    {
        _texts = new();
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Add($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))} {activity.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
        _meters.Start();
        foreach (var source in EventSource.GetSources())
            OnEventSourceCreated(source);
    }

    /// <summary>Gets what must not be found: the token, the secret of the app and its proof, the customer and the text.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [Clients.Canary, AppSecretTests.AppSecret, AppSecretTests.Proof, Requests.Text.Recipient.Id!, Requests.Text.Message!.Text!];

    /// <summary>Gets how many texts there are.</summary>
    public int Count => _texts!.Count;

    /// <summary>Gets the texts with a secret.</summary>
    public IReadOnlyList<string> Leaks => [.. _texts!.Where(text => Secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)))];

    public void Add(string text) => _texts?.Enqueue(text);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public override void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // Called by the base constructor as well. The sources for debugging the runtime itself show each header, on purpose, and that of
        // xunit the arguments of tests.
        if (_texts is not null && !eventSource.Name.StartsWith("Private.InternalDiagnostics.", StringComparison.Ordinal)
            && eventSource.Name is not ("xUnit.TestEventSource" or "System.Threading.Tasks.TplEventSource" or "System.Buffers.ArrayPoolEventSource"))
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        Add($"{eventData.EventSource.Name} {eventData.EventName} {eventData.Message} {string.Join(' ', eventData.Payload ?? new([]))}");

    private sealed class Logger(Sinks sinks, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            sinks.Add($"{category} {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            sinks.Add($"{category} {formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "")}");
    }
}
