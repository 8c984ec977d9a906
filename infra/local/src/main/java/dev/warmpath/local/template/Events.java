package dev.warmpath.local.template;

import dev.warmpath.local.template.Node.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What invokes a function.
 *
 * @param properties of the function
 */
record Events(String function, Properties properties) {
    private static final String HTTP_API = "HttpApi";
    private static final String SQS = "SQS";
    private static final String STREAM = "DynamoDB";

    /** What Cognito calls exists in a cloud only, as its user pool does. */
    private static final String CLOUD_ONLY = "Cognito";

    private static final List<String> SUPPORTED =
            List.of(HTTP_API, SQS, STREAM, ScheduleReader.RULE, ScheduleReader.SCHEDULER);

    /** @throws TemplateException if an event is of a type that does not run here */
    static Events of(String function, Properties properties) {
        Events events = new Events(function, properties);
        events.names().map(events::event).forEach(Events::requireSupported);
        return events;
    }

    private static void requireSupported(Properties event) {
        String type = event.requiredText("Type");
        if (!SUPPORTED.contains(type) && !type.equals(CLOUD_ONLY)) {
            throw event.at("Type")
                    .error("\"" + type + "\" is not supported by the local run; expected "
                            + String.join(", ", SUPPORTED));
        }
    }

    List<HttpApiEvent> routes() {
        return names(HTTP_API)
                .map(name -> new HttpApiEvent(function, details(name)))
                .toList();
    }

    /** @param spec of this function */
    List<QueueMapping> queues(FunctionSpec spec, List<QueueSpec> queues) {
        return names(SQS)
                .flatMap(name -> new SqsEvent(details(name)).mapping(spec, queues).stream())
                .toList();
    }

    List<StreamMapping> streams(StreamReader reader) {
        return names(STREAM)
                .flatMap(name -> reader.read(function, details(name)).stream())
                .toList();
    }

    List<ScheduleSpec> schedules(PseudoParameters pseudo) {
        ScheduleReader reader = new ScheduleReader(function, properties, pseudo);
        return Stream.concat(
                        names(ScheduleReader.RULE).map(name -> reader.rule(name, details(name))),
                        names(ScheduleReader.SCHEDULER).map(name -> reader.scheduler(name, details(name))))
                .toList();
    }

    private Stream<String> names() {
        return declared().entries().keySet().stream();
    }

    private Stream<String> names(String type) {
        return names().filter(name -> event(name).requiredText("Type").equals(type));
    }

    private Properties event(String name) {
        return Properties.of(declared().find(name).orElseThrow());
    }

    private Properties details(String name) {
        return event(name).child("Properties");
    }

    private Mapping declared() {
        return properties.child("Events").mapping();
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
