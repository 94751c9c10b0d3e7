namespace PageMessagesGen.Generator.Model;

/// <summary>The service that generates a type which another one uses. Its names are qualified, with what separates them from the next one.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
internal sealed record TypeOwner(string Namespace, string Name)
{
    public string Types => $"global::{Namespace}.";

    public string JsonWriter => $"{Types}{ServiceModel.JsonWriterFor(Name)}.";

    public string JsonContext => $"{Types}{ServiceModel.JsonContextFor(Name)}.";

    public string Validator => $"{Types}{ServiceModel.ValidatorFor(Name)}.";

    /// <summary>Gets the method that reads a type.</summary>
    public string ReadMethod(string type) => $"{Types}{ServiceModel.JsonReaderFor(Name)}.{ServiceModel.ReadMethod(type, Name)}";
}

/// <summary>The settings of a schema whose types another one uses.</summary>
/// <param name="Path">The path of the schema.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record UsedSettings(string Path, GenerationSettings Settings);
