package dev.warmpath.orders.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
    @Test
    void rowsEndWithBothLineEndCharacters() throws IOException {
        assertThat(row("a", 1, "")).isEqualTo("a,1,\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"a,b | \"a,b\"", "say \"hi\" | \"say \"\"hi\"\"\""})
    void textThatWouldBreakARowIsQuoted(String text, String expected) throws IOException {
        assertThat(row(text)).isEqualTo(expected + "\r\n");
    }

    @Test
    void lineEndsWithinATextAreQuoted() throws IOException {
        assertThat(row("a\nb", "c\rd")).isEqualTo("\"a\nb\",\"c\rd\"\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"=1+1 | '=1+1", "+1 | '+1", "-1 | '-1", "@sum | '@sum", "=a(\"b\",1) | \"'=a(\"\"b\"\",1)\""})
    void textThatASpreadsheetWouldTakeForAFormulaIsNone(String text, String expected) throws IOException {
        assertThat(row(text)).isEqualTo(expected + "\r\n");
    }

    @Test
    void textThatBeginsWithATabIsNoFormulaEither() throws IOException {
        assertThat(row("\t=1")).isEqualTo("'\t=1\r\n");
    }

    @Test
    void negativeNumberStaysANumber() throws IOException {
        assertThat(row(-1L)).isEqualTo("-1\r\n");
    }

    private static String row(Object... cells) throws IOException {
        StringWriter out = new StringWriter();
        new Csv(out).row(cells);
        return out.toString();
    }
}
