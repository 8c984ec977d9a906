package dev.warmpath.bench.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PatternBenchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new PatternBench())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void listsEachPattern() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString().lines()).hasSameSizeAs(Patterns.all());
    }

    @Test
    void whatIsDoneOnceIsNotWrittenIntoDocs() {
        assertThat(run("--once", "--write-docs")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("--once measures nothing that could be written into docs");
    }

    @Test
    void anUnknownPatternIsRefused() {
        assertThat(run("no-such-pattern")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no pattern no-such-pattern");
    }
}
