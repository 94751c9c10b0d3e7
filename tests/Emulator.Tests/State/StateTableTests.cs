using PageMessagesGen.Emulator.State;

namespace PageMessagesGen.Emulator.Tests.State;

public sealed class StateTableTests
{
    [Fact]
    public async Task Of_several_updates_at_the_same_time_one_finds_what_can_be_used_once()
    {
        const int Rounds = 200;
        const int Threads = 4;
        var comments = new StateTable<Comment>("comment", StateJsonContext.Default.Comment, storage: null);
        for (var round = 0; round < Rounds; round++)
        {
            var id = $"{round}";
            comments.Set("1", id, new Comment(id, "2", "How much is it?", default, IsAnswered: false));
            using var start = new Barrier(Threads);

            var updates = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait(TestContext.Current.CancellationToken);
                    return comments.TryUpdate("1", id, Answer, out var _);
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            Assert.Single(updates, isUpdated => isUpdated);
        }

        // Another thread gets its chance between the look and the change.
        static Comment? Answer(Comment? comment)
        {
            Thread.Yield();
            return comment is { IsAnswered: false } ? comment with { IsAnswered = true } : comment;
        }
    }
}
