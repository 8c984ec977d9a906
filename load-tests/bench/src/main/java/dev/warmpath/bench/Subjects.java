package dev.warmpath.bench;

import dev.warmpath.local.issuer.LocalIssuer;
import dev.warmpath.local.template.Application;
import dev.warmpath.local.template.FunctionSpec;
import dev.warmpath.local.template.PseudoParameters;
import dev.warmpath.local.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/** What is measured: the template's functions, and an empty one as their floor. */
final class Subjects {
    private static final String TTL = "USERS_CACHE_TTL_SECONDS";

    private final Path project;
    private final Application application;

    Subjects(Path project) {
        this.project = project;
        this.application = Template.read(project.resolve("template.yaml"))
                .resolve(
                        Map.of("JwtIssuer", "http://127.0.0.1", "JwtAudience", LocalIssuer.AUDIENCE),
                        PseudoParameters.local("us-east-1"));
    }

    Application application() {
        return application;
    }

    /** With the configuration of a template's function, and no code. */
    Subject empty() {
        FunctionSpec like = function("GetUser");
        FunctionSpec empty = new FunctionSpec(
                "Empty",
                project.resolve("load-tests/bench/target/bench.jar"),
                List.of(),
                EmptyFunction.class.getName(),
                like.memoryMegabytes(),
                like.timeout(),
                Map.of(),
                false,
                OptionalInt.empty(),
                like.activeTracing(),
                like.logFormat(),
                like.applicationLogLevel());
        return new Subject("empty function", empty, always("get-user"));
    }

    /** Each call is another caller's. */
    Subject createUser() {
        String event = new String(event("create-user"), StandardCharsets.UTF_8);
        return new Subject(
                "CreateUser",
                function("CreateUser"),
                () -> event.replace("\"sub\": \"bench\"", "\"sub\": \"" + UUID.randomUUID() + "\"")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the profile that the others read. */
    Subject createTheUser() {
        return new Subject("CreateUser, once", function("CreateUser"), always("create-user"));
    }

    Subject getUser() {
        return new Subject("GetUser", function("GetUser"), always("get-user"));
    }

    /** Answers from memory for as long as a run takes. */
    Subject cachedGet() {
        return withTtl("GetUser, cached", "300");
    }

    /** Asks the table each time. */
    Subject uncachedGet() {
        return withTtl("GetUser, uncached", "0");
    }

    private Subject withTtl(String name, String seconds) {
        Map<String, String> environment = new HashMap<>(getUser().function().environment());
        environment.put(TTL, seconds);
        return getUser().named(name, environment);
    }

    private FunctionSpec function(String name) {
        return application.functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The template has no function " + name + "."));
    }

    private static Supplier<byte[]> always(String name) {
        byte[] event = event(name);
        return () -> event;
    }

    private static byte[] event(String name) {
        try (InputStream in = Subjects.class.getResourceAsStream("/events/" + name + ".json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
