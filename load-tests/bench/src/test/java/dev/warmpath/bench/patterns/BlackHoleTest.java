package dev.warmpath.bench.patterns;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class BlackHoleTest {
    @Test
    void neitherAcceptsNorRefuses() throws IOException {
        try (BlackHole hole = BlackHole.open();
                Socket socket = new Socket()) {
            InetSocketAddress port = new InetSocketAddress(InetAddress.getLoopbackAddress(), hole.port());

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> socket.connect(port, 100));
        }
    }
}
