using PageMessages.MessageAttachments;
using PageMessages.MessageTemplates;
using PageMessages.Personas;

namespace PageMessagesGen.Neighbours;

/// <summary>What messages are made of later: media, templates, and the personas under which they are sent.</summary>
public sealed class MaterialTests : NeighbourTest
{
    private MessageAttachmentsClient Attachments => new(Http, Options);

    private MessageTemplatesClient Templates => new(Http, Options);

    private PersonasClient Personas => new(Http, Options);

    [Fact]
    public async Task A_picture_is_uploaded_by_its_address()
    {
        var answer = await Attachments.UploadAsync(Picture("https://cdn.example.com/menu.jpg"));

        Assert.Equal("1857777774821032", answer.AttachmentId);
        Assert.Equal(["upload"], Done);
    }

    [Fact]
    public Task A_picture_comes_from_the_web_only() => AssertRefusedAsync(() => Attachments.UploadAsync(Picture("file:///home/aino/menu.jpg")));

    [Fact]
    public Task A_picture_is_not_uploaded_with_a_wrong_token() => AssertUnauthorizedAsync(
        () => new MessageAttachmentsClient(Http, WrongToken).UploadAsync(Picture("https://cdn.example.com/menu.jpg")));

    [Fact]
    public async Task A_template_is_handed_in_and_listed()
    {
        var created = await Templates.CreateAsync(new CreateTemplateRequest
        {
            Name = "order_delivery_update_1",
            Language = "en",
            Category = TemplateCategory.Utility,
            Components =
            [
                new BodyComponent { Text = "Good news! Your order is on its way." },
                new ButtonsComponent { Buttons = [new PostbackTemplateButton { Text = "Where is it?", Payload = "TRACK" }] },
            ],
        });
        var list = await AllAsync(Templates.ListAsync(category: TemplateCategory.Utility, status: TemplateStatus.Approved));

        Assert.Equal(("1276548290123456", TemplateStatus.Pending), (created.Id, created.Status));
        var template = Assert.Single(list);
        Assert.Equal((created.Id, TemplateStatus.Approved), (template.Id, template.Status));
        Assert.IsType<BodyComponent>(Assert.Single(template.Components!));
        Assert.Contains("create", Done);
    }

    [Fact]
    public Task Templates_are_not_listed_with_a_wrong_token() => AssertUnauthorizedAsync(() => AllAsync(new MessageTemplatesClient(Http, WrongToken).ListAsync()));

    [Fact]
    public async Task A_persona_is_created_read_listed_and_removed()
    {
        var created = await Personas.CreateAsync(new CreatePersonaRequest { Name = "Aino K.", ProfilePictureUrl = "https://cdn.example.com/aino.jpg" });
        var persona = await Personas.GetAsync(created.Id!, fields: [PersonaField.Id, PersonaField.Name]);
        var list = await AllAsync(Personas.ListAsync(limit: 2));
        var removed = await Personas.DeleteAsync(created.Id!);

        Assert.Equal(("1058642331234567", "Aino K."), (persona.Id, persona.Name));
        Assert.Equal(["Aino K.", "Bo L."], list.Select(p => p.Name));
        Assert.True(removed.Success);
        Assert.Contains("create", Done);
    }

    [Fact]
    public Task A_persona_with_a_long_name_is_refused() => AssertRefusedAsync(
        () => Personas.CreateAsync(new CreatePersonaRequest { Name = new string('A', 51), ProfilePictureUrl = "https://cdn.example.com/team.jpg" }));

    [Fact]
    public Task Personas_are_not_listed_with_a_wrong_token() => AssertUnauthorizedAsync(() => AllAsync(new PersonasClient(Http, WrongToken).ListAsync()));

    private static UploadRequest Picture(string address) => new()
    {
        Message = new() { Attachment = new() { Type = MediumType.Image, Payload = new() { Url = address, IsReusable = true } } },
    };
}
