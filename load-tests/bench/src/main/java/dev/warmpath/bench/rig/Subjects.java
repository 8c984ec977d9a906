package dev.warmpath.bench.rig;

import com.fasterxml.jackson.jr.ob.JSON;
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
import java.util.stream.IntStream;

/** What is measured: the template's functions, and an empty one as their floor. */
public final class Subjects {
    private static final String TTL = "USERS_CACHE_TTL_SECONDS";

    private final Path project;
    private final Application application;

    public Subjects(Path project) {
        this(project, project.resolve("template.yaml"), Map.of());
    }

    /**
     * Functions of another template of the same checkout.
     *
     * @param parameters besides {@code JwtIssuer} and {@code JwtAudience}
     */
    public Subjects(Path project, Path template, Map<String, String> parameters) {
        this.project = project;
        Map<String, String> all = new HashMap<>(parameters);
        all.put("JwtIssuer", "http://127.0.0.1");
        all.put("JwtAudience", LocalIssuer.AUDIENCE);
        this.application = Template.read(template).resolve(all, PseudoParameters.local("us-east-1"));
    }

    public Application application() {
        return application;
    }

    /** @throws IllegalStateException if the template has no such function */
    public Subject subject(String function, Supplier<byte[]> events) {
        return new Subject(function, function(function), events);
    }

    /** With the configuration of a template's function, and no code. */
    public Subject empty() {
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
                like.applicationLogLevel(),
                like.systemLogLevel());
        return new Subject("empty function", empty, always("get-user"));
    }

    /** Each call is another caller's. */
    public Subject createUser() {
        String event = new String(event("create-user"), StandardCharsets.UTF_8);
        return new Subject(
                "CreateUser",
                function("CreateUser"),
                () -> event.replace("\"sub\": \"bench\"", "\"sub\": \"" + UUID.randomUUID() + "\"")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the profile that the others read. */
    public Subject createTheUser() {
        return new Subject("CreateUser, once", function("CreateUser"), always("create-user"));
    }

    /** An administrator imports as many users as one request takes. */
    public Subject importUsers() {
        return new Subject("ImportUsers", function("ImportUsers"), always(importEvent())).snapStart(false);
    }

    private static byte[] importEvent() {
        List<Map<String, String>> users = IntStream.range(0, UsersTable.USERS)
                .mapToObj(number -> Map.of(
                        "userId", UsersTable.id(number),
                        "email", UsersTable.id(number) + "@example.com",
                        "name", "User number " + number))
                .toList();
        try {
            String asAdmin = new String(event("create-user"), StandardCharsets.UTF_8)
                    .replace("users:read users:write", "users:read users:write admin");
            Map<String, Object> event = new HashMap<>(JSON.std.mapFrom(asAdmin));
            event.put("body", JSON.std.asString(Map.of("users", users)));
            return JSON.std.asBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Subject getUser() {
        return new Subject("GetUser", function("GetUser"), always("get-user"));
    }

    /** Answers from memory for as long as a run takes. */
    public Subject cachedGet() {
        return withVariables("GetUser, cached", Map.of(TTL, "300"));
    }

    /** Asks the table each time. */
    public Subject uncachedGet() {
        return uncachedGet(Map.of());
    }

    /** Asks the shared cache each time, and what it has not, the table. */
    public Subject uncachedGet(Map<String, String> sharedCache) {
        Map<String, String> variables = new HashMap<>(sharedCache);
        variables.put(TTL, "0");
        return withVariables("GetUser, uncached", variables);
    }

    private Subject withVariables(String name, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(getUser().function().environment());
        environment.putAll(variables);
        return getUser().named(name, environment);
    }

    private FunctionSpec function(String name) {
        return application.functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The template has no function " + name + "."));
    }

    private static Supplier<byte[]> always(String name) {
        return always(event(name));
    }

    private static Supplier<byte[]> always(byte[] event) {
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
