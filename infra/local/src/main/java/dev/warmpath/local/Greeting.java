package dev.warmpath.local;

import java.time.Duration;

/** What {@code up} prints once the API answers: where it is, and a first call that can be pasted. */
final class Greeting {
    private Greeting() {}

    static String of(LocalRun run, Duration took) {
        int port = run.url().getPort();
        String token = "./warmpath token" + (port == PortOption.DEFAULT ? "" : " --port " + port);
        return """

                Warmpath is up after %.1f s. Ctrl-C ends it.

                  URL     %s
                  Token   %s

                Try it:

                  curl -i %s/users -H "Authorization: Bearer $(%s)" \\
                    -H 'Content-Type: application/json' -d '{"email":"ada@example.com","name":"Ada"}'

                """.formatted(
                took.toNanos() / 1e9, run.url(), run.token(Token.DEFAULT_SUB, Token.DEFAULT_SCOPE), run.url(), token);
    }
}
