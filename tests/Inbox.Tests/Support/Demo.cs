using PageMessagesGen.Emulator;

namespace PageMessagesGen.Inbox.Tests.Support;

/// <summary>Conversations with something of everything.</summary>
internal static class Demo
{
    public const string Cards = """
        "messaging_type":"RESPONSE","message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[
          {"title":"Trail boots","subtitle":"From 120 €, in three colours","image_url":"https://cdn.example.com/boots.jpg","default_action":{"type":"web_url","url":"https://shop.example.com/boots"},"buttons":[{"type":"web_url","title":"See them","url":"https://shop.example.com/boots"},{"type":"postback","title":"Reserve","payload":"RESERVE:BOOTS"}]},
          {"title":"Wool socks","subtitle":"Two pairs","image_url":"https://cdn.example.com/socks.jpg","buttons":[{"type":"postback","title":"Reserve","payload":"RESERVE:SOCKS"}]},
          {"title":"Rain jacket","subtitle":"Recycled","image_url":"https://cdn.example.com/jacket.jpg","buttons":[{"type":"postback","title":"Reserve","payload":"RESERVE:JACKET"}]},
          {"title":"Cap","subtitle":"One size","image_url":"https://cdn.example.com/cap.jpg","buttons":[{"type":"postback","title":"Reserve","payload":"RESERVE:CAP"}]}]}}}
        """;

    public const string Sizes = """
        "messaging_type":"RESPONSE","message":{"text":"Which size do you wear?","quick_replies":[{"content_type":"text","title":"Small","payload":"SIZE_S"},{"content_type":"text","title":"Medium","payload":"SIZE_M","image_url":"https://cdn.example.com/icons/m.png"},{"content_type":"text","title":"Large","payload":"SIZE_L"},{"content_type":"user_email"}]}
        """;

    public static readonly string[] Others =
    [
        Template("""{"template_type":"button","text":"How would you like to continue?","buttons":[{"type":"web_url","url":"https://shop.example.com/boots","title":"See the boots"},{"type":"phone_number","title":"Call the shop","payload":"+358401234567"},{"type":"postback","title":"Ask a person","payload":"HANDOFF"}]}"""),
        Template("""{"template_type":"receipt","recipient_name":"Aino Korhonen","order_number":"88213-1","currency":"EUR","payment_method":"Visa ending 4410","address":{"street_1":"Harbour Street 4","city":"Turku","postal_code":"20100","country":"FI"},"summary":{"subtotal":120.0,"shipping_cost":6.5,"total_tax":24.5,"total_cost":151.0},"adjustments":[{"name":"Autumn voucher","amount":10}],"elements":[{"title":"Trail boots","quantity":1,"price":120.0}]}"""),
        Template("""{"template_type":"coupon","title":"10 % off","subtitle":"Until Sunday","coupon_code":"AUTUMN10","coupon_url":"https://example.com/c","coupon_url_button_title":"Shop now","coupon_pre_message":"A gift for you","image_url":"https://cdn.example.com/pizza.jpg"}"""),
        Template("""{"template_type":"image_grid","elements":[{"title":"Autumn picks","subtitle":"New this week","images":[{"url":"https://cdn.example.com/g/1.jpg","is_hero_image":true,"action":{"type":"web_url","url":"https://shop.example.com/1"}},{"url":"https://cdn.example.com/g/2.jpg","action":{"type":"postback","payload":"GRID:2","text":"Tell me about the scarf"}},{"url":"https://cdn.example.com/g/3.jpg"}],"buttons":[{"type":"postback","title":"Talk to a person","payload":"HUMAN"}]}]}"""),
        Template("""{"template_type":"media","elements":[{"media_type":"video","attachment_id":"1745504518999123","buttons":[{"type":"web_url","title":"Menu","url":"https://example.com/menu"}]}]}"""),
        Template("""{"template_type":"product","elements":[{"id":"1234567890"},{"id":"1234567891"}]}"""),
        Template("""{"template_type":"customer_feedback","title":"How was the dinner?","subtitle":"It takes a minute.","button_title":"Rate us","feedback_screens":[{"questions":[{"id":"dinner","type":"csat","title":"How satisfied were you?"}]}],"business_privacy":{"url":"https://example.com/privacy"}}"""),
        Template("""{"template_type":"customer_information","countries":["FI","SE"],"business_privacy":{"url":"https://example.com/privacy"}}"""),
        Template("""{"template_type":"notification_messages","title":"Weekly offers from the shop","image_url":"https://cdn.example.com/optin.png","payload":"OPTIN:WEEKLY"}"""),
        Template("""{"template_type":"airline_update","intro_message":"Your flight is late.","update_flight_info":{"flight_number":"AY 123","departure_airport":{"airport_code":"HEL"}}}"""),
        """
        "message":{"attachments":[{"type":"image","payload":{"url":"https://cdn.example.com/1.jpg"}},{"type":"image","payload":{"attachment_id":"1745504518999123"}}]}
        """,
        """
        "message":{"attachment":{"type":"file","payload":{"url":"https://cdn.example.com/menu%202026.pdf"}}}
        """,
        """
        "message":{"template":{"name":"visit_reminder","language":{"code":"en"},"components":[{"type":"body","parameters":[{"type":"text","parameter_name":"visit_day","text":"Monday 23 November"}]}]}}
        """,
    ];

    private static readonly JournalRule TooLong = new("length", true, "message.text", "Param message.text must have at most 2000 characters.");
    private static readonly JournalRule Reason = new("message-says-why", false, "messaging_type", "'messaging_type' is required when 'message' is set.");

    public static void Fill(FakeModel model)
    {
        var (aino, mirja) = (InboxTest.Aino, InboxTest.Mirja);
        model.Set(state => state with
        {
            People = [.. state.People, new(FakeModel.Page, "5501239905512290", "Eero Lahtinen", false) { IsUnavailable = true }, new(FakeModel.Page, "6601239905512291", "Noor van Dijk", true) { ResponseUntil = DateTimeOffset.UtcNow.AddMinutes(40) }],
            Personas = [new("1130559388746211", "Juho", "https://cdn.example.com/juho.png")],
            Templates = [new("1276548290123456", "order_delivery_update_1", "en", "PENDING"), new("1276548290123457", "visit_reminder", "en", "APPROVED")],
            Webhook = new("http://localhost:5000/webhook", true),
            Pages = [new(FakeModel.Page, """{"get_started":{"payload":"START"},"persistent_menu":[{"locale":"default","call_to_actions":[{"type":"postback","title":"Talk to a person","payload":"CARE"},{"type":"web_url","title":"Shop now","url":"https://shop.example.com/"}]}],"ice_breakers":[{"locale":"default","call_to_actions":[{"question":"When do you open?","payload":"HOURS"}]}]}""")],
        });
        model.Write("5501239905512290", "Please stop.");
        model.Receive("6601239905512291", """{"from":{"id":"6601239905512291","username":"noor"},"media":{"id":"17918195224117851"},"id":"1790","text":"Do you ship to the Netherlands?"}""");
        model.Journal.Append(new JournalEntry
        {
            Kind = JournalKind.Sent,
            PageId = FakeModel.Page,
            PersonId = "6601239905512291",
            MessageId = "m_private",
            Operation = "send",
            Request = """{"recipient":{"comment_id":"1790"},"message":{"text":"Yes, we do! It takes three days. 📦"}}""",
            Status = 200,
            Answer = "{}",
        });
        FillInstagram(model, mirja);
        FillMessenger(model, aino);
    }

    private static void FillInstagram(FakeModel model, string mirja)
    {
        model.Write(mirja, "Hi! Is the green scarf back in stock?");
        model.Send(mirja, "\"message\":{\"text\":\"It is, since this morning 🧣\"}");
        model.Send(mirja, """
            "message":{"attachment":{"type":"template","payload":{"template_type":"generic","elements":[{"title":"Green scarf","subtitle":"Lambswool, 49 €","image_url":"https://cdn.example.com/scarf.jpg","buttons":[{"type":"web_url","title":"See it","url":"https://shop.example.com/scarf"},{"type":"postback","title":"Reserve","payload":"RESERVE:SCARF"}]}]}}}
            """);
        var tap = model.Receive(mirja, FakeModel.Event(mirja, "\"postback\":{\"mid\":\"m_tap\",\"title\":\"Reserve\",\"payload\":\"RESERVE:SCARF\"}"));
        model.Deliver(model.State.Webhook!, tap);
        var done = model.Send(mirja, "\"message\":{\"text\":\"Done. We keep it for you until Saturday.\"}");
        model.Receive(mirja, FakeModel.Event(mirja, $"\"reaction\":{{\"action\":\"react\",\"emoji\":\"❤️\",\"mid\":\"{done.MessageId}\"}}"));
        model.Send(mirja, "\"message\":{\"text\":\"Shall we gift-wrap it?\",\"quick_replies\":[{\"content_type\":\"text\",\"title\":\"Yes, please\",\"payload\":\"Y\"},{\"content_type\":\"text\",\"title\":\"No\",\"payload\":\"N\"}]}");
    }

    private static void FillMessenger(FakeModel model, string aino)
    {
        var hello = model.Write(aino, "Hello! Do you have trail boots in my size?");
        model.Deliver(model.State.Webhook!, hello);
        model.Send(aino, "\"sender_action\":\"mark_seen\"");
        model.Send(aino, "\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"Good morning, Aino! We do. Here is what fits:\"}");
        model.Send(aino, Cards, Reason);
        var love = model.Write(aino, "The boots look great 😍");
        model.Send(aino, $"\"sender_action\":\"react\",\"payload\":{{\"message_id\":\"{love.MessageId}\",\"reaction\":\"love\"}}");
        model.Refuse(aino, "\"messaging_type\":\"RESPONSE\",\"message\":{\"text\":\"Thank you for your interest in our boots, which are made of …\"}", TooLong, Reason);
        model.Send(aino, "\"messaging_type\":\"RESPONSE\",\"persona_id\":\"1130559388746211\",\"message\":{\"text\":\"Hi, Juho here. I am picking up your case.\\nhttps://shop.example.com/boots has all the details.\"}");
        model.Send(aino, Sizes);
    }

    private static string Template(string payload) => $$$"""
        "messaging_type":"RESPONSE","message":{"attachment":{"type":"template","payload":{{{payload}}}}}
        """;
}
