package dev.warmpath.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class FunctionLogTest {
    private final StringWriter printed = new StringWriter();
    private final FunctionLog log = new FunctionLog(new PrintWriter(printed));

    @Test
    void linesOfARequestWaitUntilItsOwnLineIsPrinted() {
        write("{\"level\":\"INFO\",\"message\":\"Created\",\"function_request_id\":\"r1\"}");
        assertThat(printed.toString()).isEmpty();

        log.requestPrinted("r1");

        assertThat(printed.toString()).containsOnlyOnce("GetUser-1  INFO Created");
    }

    @Test
    void linesThatArriveAfterTheRequestsLineArePrintedAtOnce() {
        log.requestPrinted("r1");

        write("{\"level\":\"WARN\",\"message\":\"Late\",\"function_request_id\":\"r1\"}");

        assertThat(printed.toString()).contains("WARN Late");
    }

    @Test
    void metricsAreNamesAndValues() {
        write("{\"_aws\":{\"Timestamp\":1,\"CloudWatchMetrics\":[{\"Namespace\":\"W\",\"Dimensions\":[[]],"
                + "\"Metrics\":[{\"Name\":\"ColdStart\"},{\"Name\":\"Duration\",\"Unit\":\"Milliseconds\"}]}]},"
                + "\"ColdStart\":1,\"Duration\":12.3456}");

        assertThat(printed.toString())
                .contains("metrics ColdStart 1, Duration 12.35")
                .doesNotContain("_aws");
    }

    @Test
    void stackOfAnErrorIsPrintedLineByLine() {
        write(
                "{\"level\":\"ERROR\",\"message\":\"Failed\",\"error\":{\"name\":\"E\",\"stack\":\"E: x\\n\\tat here\\n\"}}");

        assertThat(printed.toString().lines()).hasSize(3).last().asString().endsWith("at here");
    }

    @Test
    void linesOfAMessageAreIndentedAlike() {
        write("E: x\n\tat here\nat last");

        assertThat(printed.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("          "));
    }

    @Test
    void otherLinesArePrintedAsTheyAre() {
        write("plain text");
        write("{\"half\": ");
        write("{\"no\":\"message\"}");

        assertThat(printed.toString()).contains("plain text", "{\"half\": ", "{\"no\":\"message\"}");
    }

    private void write(String line) {
        log.message("GetUser", "GetUser-1", line);
    }
}
