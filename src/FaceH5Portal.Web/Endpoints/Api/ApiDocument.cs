using FaceH5Portal.Core.Subjects;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FaceH5Portal.Web.Endpoints.Api;

/// <summary>What the OpenAPI document says beyond what the endpoints tell by themselves.</summary>
internal static class ApiDocument
{
    private const string KeyScheme = "apiKey";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiRoutes.Prefix[1..], StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) => DescribeAsync(document));
        options.AddSchemaTransformer((schema, context, _) => AllowNumberAsync(schema, context));
    });

    public static RouteHandlerBuilder Named(this RouteHandlerBuilder endpoint, string name, string summary, string description) =>
        endpoint.WithName(name).WithSummary(summary).WithDescription(description).WithTags("Sessions");

    /// <summary>Every call may also meet a missing key and a fault of ours.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses.Append(401).Append(500).Order())
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
        document.Info = new OpenApiInfo { Title = "FaceH5Portal", Version = "1", Description = "Verifications of real people by Baidu's H5 face flow." };
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

    /// <summary>A certificate type may also come as the vendor's number.</summary>
    private static Task AllowNumberAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type == typeof(CreateSessionBody))
        {
            schema.AdditionalPropertiesAllowed = false;
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
        }
        return Task.CompletedTask;
    }
}
