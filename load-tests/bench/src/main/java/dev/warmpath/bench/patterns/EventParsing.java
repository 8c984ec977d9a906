package dev.warmpath.bench.patterns;

import dev.warmpath.bench.patterns.handlers.EventByObjects;
import dev.warmpath.bench.patterns.handlers.EventByStream;
import dev.warmpath.bench.rig.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A request whose caller and body are read, by event classes and databind, and by a streaming parser. */
final class EventParsing {
    static final Pattern PATTERN = new Pattern(
            "event-parsing",
            "What does a stream handler with a streaming parser save over event classes and databind?",
            EventParsing::trials);

    private EventParsing() {}

    private static List<Trial> trials(Workbench workbench) throws IOException, InterruptedException {
        Variants variants = Variants.of(workbench)
                .with("aws-lambda-java-events-", "joda-time-", "jackson-databind-", "jackson-annotations-");
        Subject objects = subject(workbench, variants, "event classes and databind", EventByObjects.class);
        Subject stream = subject(workbench, variants, "stream", EventByStream.class);
        return List.of(
                Functions.cold(workbench, "a request with a body, cold start to the first answer", objects, stream),
                Functions.warm(workbench, "a request with a body, warm", objects, stream));
    }

    private static Subject subject(Workbench workbench, Variants variants, String name, Class<?> handler) {
        return variants.subject(
                name, handler, Map.of(), workbench.subjects().createUser().events());
    }
}
