package dev.warmpath.local.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter output = new StringWriter();
    private final PrintWriter out = new PrintWriter(output);

    @Test
    void barGrowsInOneLineOnATerminal() {
        ProgressBar bar = new ProgressBar(out, true, "users", 4);

        bar.advance(2);
        assertThat(output.toString()).endsWith("\r\033[Kusers     [###############···············] 2 of 4");
        bar.advance(2);
        assertThat(output.toString())
                .endsWith("\r\033[Kusers     [##############################] 4 of 4" + System.lineSeparator());
    }

    @Test
    void elsewhereTheEndIsOnePlainLine() {
        ProgressBar bar = new ProgressBar(out, false, "users", 4);
        bar.advance(2);
        assertThat(output.toString()).isEmpty();

        bar.advance(2);

        assertThat(output.toString()).isEqualTo("users: 4 of 4" + System.lineSeparator());
    }

    @Test
    void errorStandsInALineOfItsOwn() {
        ProgressBar bar = new ProgressBar(out, true, "users", 4);

        bar.interrupt();

        assertThat(output.toString()).endsWith("0 of 4" + System.lineSeparator());
    }

    @Test
    void nothingIsPrintedAboutAnErrorElsewhere() {
        new ProgressBar(out, false, "users", 4).interrupt();

        assertThat(output.toString()).isEmpty();
    }
}
