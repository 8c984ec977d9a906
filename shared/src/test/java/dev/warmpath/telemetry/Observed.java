package dev.warmpath.telemetry;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.lambda.powertools.metrics.Metrics;

/** An execution environment whose standard output and trace datagrams a test can look at. */
final class Observed implements AutoCloseable {
    static final String TRACE_ID = "1-5759e988-bd862e3fe1be46a994272793";
    static final String PARENT_ID = "53995c3f42cd8ad8";

    private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";
    private static final int PATIENCE_MILLIS = 10_000;

    private final PrintStream console = System.out;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final DatagramSocket daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final Instruments instruments;

    Observed(Map<String, String> variables) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AWS_LAMBDA_FUNCTION_NAME", "GetUser",
                "AWS_LAMBDA_FUNCTION_VERSION", "7",
                "POWERTOOLS_SERVICE_NAME", "users",
                "POWERTOOLS_METRICS_NAMESPACE", "Shop",
                "AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:" + daemon.getLocalPort()));
        environment.putAll(variables);
        instruments = new Instruments(Settings.from(environment));
        daemon.setSoTimeout(PATIENCE_MILLIS);
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    }

    static Observed onDemand() throws IOException {
        return new Observed(Map.of());
    }

    static Observed snapStart() throws IOException {
        return new Observed(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
    }

    Instruments instruments() {
        return instruments;
    }

    Metrics metrics() {
        return instruments.metrics().ofHandlers();
    }

    void count(String name, double value) {
        instruments.metrics().count(name, value);
    }

    Observed sampled() {
        System.setProperty(TRACE_PROPERTY, "Root=" + TRACE_ID + ";Parent=" + PARENT_ID + ";Sampled=1");
        return this;
    }

    Observed unsampled() {
        System.setProperty(TRACE_PROPERTY, "Root=" + TRACE_ID + ";Parent=" + PARENT_ID + ";Sampled=0");
        return this;
    }

    void restore() {
        instruments.environment().afterRestore(null);
    }

    String invoke(RequestStreamHandler handler) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        instruments.around(handler).handleRequest(new ByteArrayInputStream(new byte[0]), answer, new TestContext());
        return answer.toString(StandardCharsets.UTF_8);
    }

    String text() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    List<Map<String, Object>> lines() {
        return text().lines().map(Observed::parse).toList();
    }

    List<Map<String, Object>> metricLines() {
        return lines().stream().filter(line -> line.containsKey("_aws")).toList();
    }

    List<Map<String, Object>> metricLines(String metric) {
        return metricLines().stream().filter(line -> line.containsKey(metric)).toList();
    }

    /** What the invocations used, with and without metrics. */
    List<Map<String, Object>> useLines() {
        return useLines("Duration");
    }

    List<Map<String, Object>> useLines(String field) {
        return lines().stream()
                .filter(line -> line.containsKey("Duration") && line.containsKey(field))
                .toList();
    }

    List<Map<String, Object>> logLines() {
        return lines().stream().filter(line -> line.containsKey("level")).toList();
    }

    Map<String, Object> segment() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
        daemon.receive(packet);
        String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
        String[] headerAndDocument = text.split("\n", 2);
        if (!parse(headerAndDocument[0]).equals(Map.of("format", "json", "version", 1))) {
            throw new IOException("The daemon would refuse the header " + headerAndDocument[0]);
        }
        return parse(headerAndDocument[1]);
    }

    /** What a line of metrics tells CloudWatch to make of it. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> directive(Map<String, Object> line) {
        Map<?, ?> header = (Map<?, ?>) line.get("_aws");
        return (Map<String, Object>) ((List<?>) header.get("CloudWatchMetrics")).getFirst();
    }

    static Map<String, Object> parse(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Not a line of JSON: " + json, e);
        }
    }

    @Override
    public void close() {
        System.setOut(console);
        System.clearProperty(TRACE_PROPERTY);
        daemon.close();
    }
}
