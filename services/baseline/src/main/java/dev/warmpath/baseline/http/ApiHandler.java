package dev.warmpath.baseline.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

public abstract class ApiHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    protected abstract ApiResponse respond(ApiRequest request);

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        context.getLogger().log(json(event));
        String requestId = context.getAwsRequestId();
        return written(answer(event, context), requestId);
    }

    private ApiResponse answer(APIGatewayV2HTTPEvent event, Context context) {
        try {
            return respond(new ApiRequest(event));
        } catch (ApiException e) {
            return problem(e, context.getAwsRequestId());
        } catch (RuntimeException e) {
            context.getLogger().log(stackTrace(e));
            ApiException unexpected =
                    new ApiException(500, "Internal Server Error", "Something went wrong on our side.");
            return problem(unexpected, context.getAwsRequestId());
        }
    }

    private static ApiResponse problem(ApiException e, String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", e.title());
        body.put("status", e.status());
        body.put("detail", e.getMessage());
        body.put("instance", "urn:uuid:" + requestId);
        if (!e.errors().isEmpty()) {
            body.put("errors", e.errors());
        }
        ApiResponse response = ApiResponse.of(e.status(), body).with("content-type", "application/problem+json");
        for (Map.Entry<String, String> header : e.headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }

    private static APIGatewayV2HTTPResponse written(ApiResponse response, String requestId) {
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.put("x-request-id", requestId);
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(response.status())
                .withHeaders(headers)
                .withBody(response.body().map(ApiHandler::json).orElse(""))
                .withIsBase64Encoded(false)
                .build();
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stackTrace(Exception e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
