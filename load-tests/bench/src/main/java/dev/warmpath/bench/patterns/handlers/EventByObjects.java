package dev.warmpath.bench.patterns.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The same answer, made of event classes that the runtime client fills, and of a body that databind reads and writes. */
public final class EventByObjects implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Profile(String email, String name) {}

    private record Answer(String userId, String name) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        String caller =
                event.getRequestContext().getAuthorizer().getJwt().getClaims().get("sub");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withBody(answer(caller, event.getBody()))
                .build();
    }

    private static String answer(String caller, String body) {
        try {
            Profile profile = JSON.readValue(body, Profile.class);
            return JSON.writeValueAsString(new Answer(caller, profile.name()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is not a profile", e);
        }
    }
}
