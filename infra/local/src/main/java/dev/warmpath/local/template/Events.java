package dev.warmpath.local.template;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what invokes a function. */
final class Events {
    static final String SQS = "SQS";

    private static final String HTTP_API = "HttpApi";

    /** What Cognito calls exists in a cloud only, as its user pool does. */
    private static final String CLOUD_ONLY = "Cognito";

    private static final Set<String> RUN = Set.of(HTTP_API, SQS);

    private Events() {}

    static List<HttpApiEvent> routes(String function, Properties properties) {
        requireSupported(properties);
        return ofType(HTTP_API, properties)
                .map(event -> new HttpApiEvent(function, event))
                .toList();
    }

    /** The properties of a function's events of one type. */
    static Stream<Properties> ofType(String type, Properties function) {
        return events(function)
                .filter(event -> event.requiredText("Type").equals(type))
                .map(event -> event.child("Properties"));
    }

    private static void requireSupported(Properties function) {
        events(function)
                .filter(event -> !event.requiredText("Type").equals(CLOUD_ONLY))
                .forEach(event -> event.word("Type", RUN));
    }

    private static Stream<Properties> events(Properties function) {
        return function.child("Events").mapping().entries().values().stream().map(Properties::of);
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
