using PageMessagesGen.Benchmarks.Client.Shapes;
using Refit;

namespace PageMessagesGen.Benchmarks.Client.Sending;

/// <summary>The endpoint as Refit is told about it.</summary>
public interface IRefitEndpoint
{
    [Post("/v26.0/{pageId}/messages")]
    Task<SendAnswer> SendAsync(string pageId, [Body] SendRequest request, [Authorize("Bearer")] string token);
}

/// <summary>Refit, as its own generator implements the endpoint, with System.Text.Json's source generator in its serializer.</summary>
internal sealed class RefitSender : Sending<SendAnswer>
{
    private readonly IRefitEndpoint _endpoint;
    private readonly SendRequest _request;

    public RefitSender(HttpClient http, Target target, SendRequest request)
    {
        _request = request;
        http.BaseAddress ??= target.BaseAddress;
        _endpoint = RestService.ForGenerated<IRefitEndpoint>(http, ShapesContext.Default);
    }

    public override string Name => "refit";

    protected override Task<SendAnswer> CallAsync() => _endpoint.SendAsync(Target.PageId, _request, Target.AccessToken);

    protected override string? IdOf(SendAnswer answer) => answer.MessageId;
}
