package dev.warmpath.local.template;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what invokes a function. */
final class Events {
    private static final String HTTP_API = "HttpApi";

    /** What Cognito calls exists in a cloud only, as its user pool does. */
    private static final String CLOUD_ONLY = "Cognito";

    private Events() {}

    static List<HttpApiEvent> read(String function, Properties properties) {
        return properties.child("Events").mapping().entries().values().stream()
                .map(Properties::of)
                .flatMap(event -> route(function, event))
                .toList();
    }

    private static Stream<HttpApiEvent> route(String function, Properties event) {
        return switch (event.requiredText("Type")) {
            case HTTP_API -> Stream.of(new HttpApiEvent(function, event.child("Properties")));
            case CLOUD_ONLY -> Stream.empty();
            case String type ->
                throw event.at("Type")
                        .error("\"" + type + "\" is not supported by the local run; expected " + HTTP_API);
        };
    }

    /** Every route must lead to the one API that runs. */
    static void requireApi(List<HttpApiEvent> events, Optional<String> apiId) {
        String expected = apiId.isPresent() ? "ApiId: !Ref to the template's " + Resource.HTTP_API : "no ApiId";
        events.stream()
                .map(HttpApiEvent::properties)
                .filter(event -> !event.text("ApiId").equals(apiId))
                .findFirst()
                .ifPresent(event -> {
                    throw event.at("ApiId").error("the route leads to another API; expected " + expected);
                });
    }
}
