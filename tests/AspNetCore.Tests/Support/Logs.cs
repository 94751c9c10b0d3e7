using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PageMessagesGen.AspNetCore.Tests.Support;

/// <summary>An entry of a log.</summary>
internal sealed record LogEntry(string Category, LogLevel Level, string Text);

/// <summary>Keeps all that is logged, whatever its level, with its state and its exception.</summary>
internal sealed class Logs : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> _entries = [];

    public IReadOnlyList<LogEntry> All => [.. _entries];

    public IReadOnlyList<LogEntry> Ours => [.. _entries.Where(entry => entry.Category == "PageMessagesGen.Webhooks")];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(pair => $"{pair.Key}={pair.Value}")) : $"{state}";
            entries.Enqueue(new LogEntry(category, logLevel, $"{formatter(state, exception)} {values} {exception}"));
        }
    }
}
