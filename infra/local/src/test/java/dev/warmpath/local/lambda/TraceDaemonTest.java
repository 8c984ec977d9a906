package dev.warmpath.local.lambda;

import static dev.warmpath.local.lambda.Probes.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmpath.local.lambda.probe.Command;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TraceDaemonTest {
    private static final String TRACE = "1-5759e988-bd862e3fe1be46a994272793";
    private static final String HEADER = "{\"format\":\"json\",\"version\":1}\n";

    @Test
    void segmentsAreKeptByTrace() throws Exception {
        try (TraceDaemon daemon = TraceDaemon.start(10)) {
            send(daemon, HEADER + segment(TRACE, "one"));
            send(daemon, HEADER + segment("1-00000000-000000000000000000000000", "other"));
            Await.until("both arrived", () -> daemon.segments().size() == 2);

            assertThat(daemon.segments(TRACE)).singleElement().satisfies(segment -> {
                assertThat(segment.name()).isEqualTo("one");
                assertThat(segment.document()).containsEntry("trace_id", TRACE);
            });
        }
    }

    @Test
    void onlyTheLatestAreKept() throws Exception {
        try (TraceDaemon daemon = TraceDaemon.start(2)) {
            for (String name : new String[] {"one", "two", "three"}) {
                send(daemon, HEADER + segment(TRACE, name));
            }
            Await.until(
                    "the last arrived",
                    () -> daemon.segments().stream()
                            .anyMatch(segment -> segment.name().equals("three")));

            assertThat(daemon.segments()).extracting(Segment::name).containsExactly("two", "three");
        }
    }

    @Test
    void whatIsNoSegmentIsCountedAndDropped() throws Exception {
        try (TraceDaemon daemon = TraceDaemon.start(10)) {
            send(daemon, "no header");
            send(daemon, HEADER + "{broken");
            send(daemon, HEADER + segment(TRACE, "good"));
            Await.until("the good one arrived", () -> daemon.segments().size() == 1);

            assertThat(daemon.malformed()).isEqualTo(2);
        }
    }

    private static String segment(String trace, String name) {
        return "{\"trace_id\":\"" + trace + "\",\"id\":\"53995c3f42cd8ad8\",\"name\":\"" + name + "\"}";
    }

    private static void send(TraceDaemon daemon, String datagram) throws IOException {
        String[] address = daemon.address().split(":");
        byte[] bytes = datagram.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            InetSocketAddress to = new InetSocketAddress(address[0], Integer.parseInt(address[1]));
            socket.send(new DatagramPacket(bytes, bytes.length, to));
        }
    }

    @Test
    void tracedFunctionSeesItsTrace(@TempDir Path folder) throws Exception {
        try (Probes probes = Probes.packaged(folder);
                Functions functions = probes.open(
                        probes.settings().withTraceEverything(),
                        probes.function(Command.class).traced(),
                        probes.function(Command.class).named("Untraced"))) {
            assertThat(answer(functions, "Command", "\"trace\"")).endsWith(";Sampled=1");
            assertThat(answer(functions, "Untraced", "\"trace\"")).isEqualTo("null");
        }
    }
}
