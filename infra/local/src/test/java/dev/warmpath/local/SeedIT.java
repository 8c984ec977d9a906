package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

/** {@code seed} against a run of the repository's own template. */
@Timeout(180)
@ExtendWith(ProjectRun.class)
class SeedIT {
    @Test
    void demoUsersAreThereAfterwardsHoweverOften(LocalRun run) {
        seed(run, "--users", "300", "--skus", "0");
        seed(run, "--users", "300", "--skus", "0");

        Api demo = Api.at(run.url()).withToken(run.token("demo", Token.DEFAULT_SCOPE));
        assertThat(Api.json(demo.get("/users/demo"))).containsEntry("email", "demo@example.com");
        Api last = Api.at(run.url()).withToken(run.token("demo-300", Token.DEFAULT_SCOPE));
        assertThat(last.get("/users/demo-300").statusCode()).isEqualTo(200);
    }

    @Test
    void demoProductsHaveTheirStockAfterwardsHoweverOften(LocalRun run) {
        seed(run, "--users", "0", "--skus", "120");
        seed(run, "--users", "0", "--skus", "120");

        Api demo = Api.ofAnotherTemplate(run.url()).withToken(run.token("demo", Token.DEFAULT_SCOPE));
        assertThat(Api.json(demo.post("/inventory/batch-get", "{\"skus\":[\"SKU-00001\",\"SKU-00120\"]}")))
                .satisfies(answer -> assertThat((List<?>) answer.get("items"))
                        .hasSize(2)
                        .allSatisfy(item ->
                                assertThat(((Map<?, ?>) item).get("available")).isEqualTo(1_000)))
                .containsEntry("missing", List.of());
    }

    private static void seed(LocalRun run, String... options) {
        StringWriter output = new StringWriter();
        CommandLine command =
                Main.commandLine().setOut(new PrintWriter(output, true)).setErr(new PrintWriter(output, true));
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"seed", "--port", "" + run.url().getPort()}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);
        assertThat(command.execute(arguments)).as(output.toString()).isZero();
    }
}
