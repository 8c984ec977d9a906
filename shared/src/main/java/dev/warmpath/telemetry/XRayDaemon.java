package dev.warmpath.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to the X-Ray daemon, which Lambda runs beside each execution environment and names in
 * {@code AWS_XRAY_DAEMON_ADDRESS} as {@code host:port}. Without that address nothing is sent.
 */
final class XRayDaemon {
    private final String address;
    private DatagramSocket socket;

    XRayDaemon(String address) {
        this.address = address;
    }

    /** A trace that is lost must not fail the request that it describes. */
    synchronized void send(byte[] document) {
        if (address.isEmpty()) {
            return;
        }
        try {
            connected().send(new DatagramPacket(document, document.length));
        } catch (IOException | IllegalArgumentException e) {
            Logger log = LoggerFactory.getLogger(XRayDaemon.class);
            log.warn("A subsegment of {} bytes was not sent to the X-Ray daemon at {}", document.length, address, e);
        }
    }

    /** Loads before a snapshot what the first datagram after a restore needs, and keeps nothing open. */
    void prime() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException("No datagram socket can be opened", e);
        }
    }

    private DatagramSocket connected() throws IOException {
        if (socket == null) {
            int colon = address.lastIndexOf(':');
            int port = Integer.parseInt(address.substring(colon + 1));
            DatagramSocket opened = new DatagramSocket();
            opened.connect(new InetSocketAddress(address.substring(0, colon), port));
            socket = opened;
        }
        return socket;
    }
}
