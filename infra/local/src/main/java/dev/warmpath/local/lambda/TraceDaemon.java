package dev.warmpath.local.lambda;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Receives X-Ray segments over UDP on the loopback interface, in place of X-Ray's daemon, and keeps the latest of them.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-daemon">Sending segment
 *     documents to the X-Ray daemon</a>
 */
public final class TraceDaemon implements AutoCloseable {
    private static final int MAX_DATAGRAM_BYTES = 65_535;
    private static final String HEADER_END = "\n";

    private final DatagramSocket socket;
    private final int capacity;
    private final Deque<Segment> latest = new ArrayDeque<>();
    private final AtomicLong malformed = new AtomicLong();
    private final Thread receiver =
            Thread.ofPlatform().daemon().name("trace-daemon").unstarted(this::receive);

    private TraceDaemon(DatagramSocket socket, int capacity) {
        this.socket = socket;
        this.capacity = capacity;
    }

    /** @param capacity number of segments kept; older ones are dropped */
    public static TraceDaemon start(int capacity) throws SocketException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        TraceDaemon daemon = new TraceDaemon(new DatagramSocket(anyPort), capacity);
        daemon.receiver.start();
        return daemon;
    }

    /** Value of {@code AWS_XRAY_DAEMON_ADDRESS}. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** What is kept, oldest first. */
    public List<Segment> segments() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    /** What is kept of one trace, such as {@code 1-5759e988-bd862e3fe1be46a994272793}, oldest first. */
    public List<Segment> segments(String traceId) {
        return segments().stream()
                .filter(segment -> segment.traceId().equals(traceId))
                .toList();
    }

    /** Number of datagrams that were no segments. */
    public long malformed() {
        return malformed.get();
    }

    private void receive() {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM_BYTES], MAX_DATAGRAM_BYTES);
        try {
            while (true) {
                packet.setLength(MAX_DATAGRAM_BYTES);
                socket.receive(packet);
                String datagram = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                parse(datagram).ifPresentOrElse(this::keep, malformed::incrementAndGet);
            }
        } catch (IOException e) {
            // Closing the socket is how this thread is told to end.
            if (!socket.isClosed()) {
                throw new IllegalStateException("The trace daemon's socket broke.", e);
            }
        }
    }

    /** A datagram is a line of JSON that names the format, and the segment. */
    static Optional<Segment> parse(String datagram) {
        int headerEnd = datagram.indexOf(HEADER_END);
        if (headerEnd < 0) {
            return Optional.empty();
        }
        try {
            Map<String, Object> document = JSON.std.mapFrom(datagram.substring(headerEnd + 1));
            return Optional.of(
                    new Segment(text(document, "trace_id"), text(document, "id"), text(document, "name"), document));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, Object> document, String name) {
        return document.get(name) instanceof String value ? value : "";
    }

    private void keep(Segment segment) {
        synchronized (latest) {
            if (latest.size() == capacity) {
                latest.removeFirst();
            }
            latest.addLast(segment);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
