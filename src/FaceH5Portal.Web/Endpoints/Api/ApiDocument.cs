using FaceH5Portal.Core.Subjects;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>What the OpenAPI document says beyond what the endpoints tell by themselves.</summary>
internal static class ApiDocument
{
    private const string KeyScheme = "apiKey";

    private static readonly Type[] StrictBodies = [typeof(CreateSessionBody), typeof(EraseSessionBody), typeof(CreatePhotoCheckBody)];

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiRoutes.Prefix[1..], StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => DescribeAsync(document));
        options.AddSchemaTransformer((schema, context, _) => DescribeBodyAsync(schema, context));
    });

    public static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint, string name, string summary, string description, string tag = "Sessions") =>
        endpoint.WithName(name).WithSummary(summary).WithDescription(description).WithTags(tag);

    /// <summary>Every call may also meet a missing key, its limit and a fault of ours.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses.Append(401).Append(429).Append(500).Order())
            endpoint.Produces<ApiProblem>(status, ApiProblem.MediaType);
        return endpoint;
    }

    public static void TakesHeader(this RouteHandlerBuilder endpoint, string name, string meaning) =>
        endpoint.Takes(Parameter(ParameterLocation.Header, name, meaning, required: true));

    public static void TakesFilters(this RouteHandlerBuilder endpoint) => endpoint.Takes(
        [.. ListQuery.Filters.Select(filter => Parameter(ParameterLocation.Query, filter.Name, filter.Meaning, required: false))]);

    private static void Takes(this RouteHandlerBuilder endpoint, params IOpenApiParameter[] parameters) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. parameters];
            return Task.CompletedTask;
        });

    private static OpenApiParameter Parameter(ParameterLocation place, string name, string meaning, bool required) => new()
    {
        In = place,
        Name = name,
        Description = meaning,
        Required = required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static Task DescribeAsync(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo { Title = "FaceH5Portal", Version = "1", Description = "Verifications of real people by Baidu's H5 face flow, and photo checks with other vendors beside it." };
        // Where the portal is reached is the reader's to know, and would differ with each request.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of Api:Keys." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>Bodies are read strictly, and a certificate type may also come as the vendor's number.</summary>
    private static Task DescribeBodyAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (StrictBodies.Contains(context.JsonTypeInfo.Type))
            schema.AdditionalPropertiesAllowed = false;
        if (context.JsonTypeInfo.Type == typeof(CreateSessionBody))
            schema.Properties!["certificateType"] = new OpenApiSchema
            {
                Description = "What idNumber is the number of: the word, or the vendor's number 0 to 5 in this order. Left out: residentIdCard.",
                OneOf =
                [
                    new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. ApiJson.Words<CertificateType>().Select(word => (System.Text.Json.Nodes.JsonNode)word)] },
                    new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0", Maximum = "5" },
                    new OpenApiSchema { Type = JsonSchemaType.Null },
                ],
            };
        return Task.CompletedTask;
    }
}
