package dev.warmpath.baseline.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public record ApiRequest(APIGatewayV2HTTPEvent event) {
    public String caller() {
        return Optional.ofNullable(claims().get("sub"))
                .filter(sub -> !sub.isBlank())
                .orElseThrow(ApiRequest::unauthorized);
    }

    public boolean isAdmin() {
        return scopes().contains("admin");
    }

    private List<String> scopes() {
        String scopes = claims().getOrDefault("scope", claims().getOrDefault("scp", ""));
        return Arrays.asList(
                scopes.replace("[", "").replace("]", "").replace(",", " ").split(" "));
    }

    private Map<String, String> claims() {
        APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer =
                event.getRequestContext().getAuthorizer();
        if (authorizer == null || authorizer.getJwt() == null) {
            throw unauthorized();
        }
        return authorizer.getJwt().getClaims();
    }

    private static ApiException unauthorized() {
        return new ApiException(401, "Unauthorized", "This needs a signed-in caller.");
    }

    public Optional<String> header(String name) {
        if (event.getHeaders() == null) {
            return Optional.empty();
        }
        return event.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public String pathParameter(String name) {
        return event.getPathParameters().get(name);
    }

    public Map<String, String> query() {
        return event.getQueryStringParameters() == null ? Map.of() : event.getQueryStringParameters();
    }

    public byte[] body() {
        if (event.getBody() == null) {
            return new byte[0];
        }
        return event.getIsBase64Encoded()
                ? Base64.getDecoder().decode(event.getBody())
                : event.getBody().getBytes(StandardCharsets.UTF_8);
    }
}
