package dev.warmpath.local;

import dev.warmpath.local.seed.AdminApi;
import dev.warmpath.local.seed.DemoData;
import dev.warmpath.local.seed.ProgressBar;
import dev.warmpath.local.seed.SeedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads demo users and stock into a running API; doing it again gives the same. */
@Command(
        name = "seed",
        description = "Loads demo users and stock into a running API. Again, it resets them to the same.",
        mixinStandardHelpOptions = true)
final class Seed implements Callable<Integer> {
    private static final int MOST = 99_999;
    private static final int USERS_AT_ONCE = 250;
    private static final int ITEMS_AT_ONCE = 100;
    private static final String ADMIN = "admin";

    private interface Load {
        void of(List<Map<String, Object>> some) throws InterruptedException;
    }

    @Mixin
    private PortOption port;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many users, 0 to 99999 (default ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--skus",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many products, 0 to 99999 (default ${DEFAULT-VALUE}).")
    private int skus;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "A deployed API, in the place of one on this machine; takes --token too.")
    private Optional<URI> url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Access token with the scope admin for the API at --url.")
    private Optional<String> token;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        require(users >= 0 && users <= MOST, "--users is " + users + ", expected 0 to " + MOST + ".");
        require(skus >= 0 && skus <= MOST, "--skus is " + skus + ", expected 0 to " + MOST + ".");
        require(url.isPresent() == token.isPresent(), "--url and --token go together: name both, or none.");
        require(
                url.isEmpty() || isHttp(url.get()),
                "--url is no URL of an API, expected https://HOST or https://HOST/STAGE.");
        URI api = url.orElseGet(() -> URI.create("http://127.0.0.1:" + port.number()));
        try (AdminApi admin = new AdminApi(api, token.isPresent() ? token.get() : localToken())) {
            load("users", DemoData.users(users), USERS_AT_ONCE, admin::importUsers);
            load("products", DemoData.items(skus), ITEMS_AT_ONCE, admin::putInventory);
        }
        out().print(next(api));
        out().flush();
        return 0;
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), sentence);
        }
    }

    private static boolean isHttp(URI url) {
        return url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    }

    private String localToken() throws IOException, InterruptedException {
        return new RunningApi(port.number()).token(ADMIN, ADMIN);
    }

    private void load(String what, List<Map<String, Object>> all, int atOnce, Load load) throws InterruptedException {
        if (all.isEmpty()) {
            return;
        }
        ProgressBar bar = new ProgressBar(out(), isTerminal(), what, all.size());
        try {
            for (int first = 0; first < all.size(); first += atOnce) {
                List<Map<String, Object>> some = all.subList(first, Math.min(first + atOnce, all.size()));
                load.of(some);
                bar.advance(some.size());
            }
        } catch (SeedException e) {
            bar.interrupt();
            throw e;
        }
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private String next(URI api) {
        if (users == 0 || skus == 0) {
            return "";
        }
        String ofCaller = url.isPresent()
                ? "$TOKEN"
                : "$(./warmpath token" + (port.number() == PortOption.DEFAULT ? "" : " --port " + port.number()) + ")";
        return """

                Place an order, as the user %s:

                  curl -i %s/orders -H "Authorization: Bearer %s" \\
                    -H 'Content-Type: application/json' -d '{"lines":[{"sku":"%s","quantity":2}]}'

                """.formatted(DemoData.FIRST_USER, api.toString().replaceFirst("/+$", ""), ofCaller, DemoData.FIRST_SKU);
    }
}
