package dev.warmpath.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS in front of a real server, as its port of a managed cache has it. */
@Timeout(60)
class ValkeyTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void trustedCertificateOfTheHostOpensTheConnection() throws Exception {
        SSLContext context = contextFor("ip:127.0.0.1");
        try (RealValkey server = RealValkey.start(folder);
                StubServer front = front(context, server);
                ValkeyConnection connection = connection(front, context)) {
            Map<String, Entry<String>> ada = Map.of("ada", Entry.of(1, "Ada"));
            level(connection).putAll(ada, Duration.ZERO);

            assertThat(level(connection).getAll(List.of("ada"))).isEqualTo(ada);
        }
    }

    @Test
    void certificateOfAnotherHostIsRefused() throws Exception {
        SSLContext context = contextFor("dns:other.example.com");
        try (RealValkey server = RealValkey.start(folder);
                StubServer front = front(context, server);
                ValkeyConnection connection = connection(front, context)) {
            assertThatThrownBy(() -> level(connection).getAll(List.of("ada")))
                    .isInstanceOf(LevelException.class)
                    .hasRootCauseInstanceOf(java.security.cert.CertificateException.class);
        }
    }

    @Test
    void certificateThatNobodyTrustsIsRefused() throws Exception {
        SSLContext context = contextFor("ip:127.0.0.1");
        try (RealValkey server = RealValkey.start(folder);
                StubServer front = front(context, server);
                ValkeyConnection connection = new ValkeyConnection(settings(front))) {
            assertThatThrownBy(() -> level(connection).getAll(List.of("ada")))
                    .isInstanceOf(LevelException.class)
                    .hasStackTraceContaining(SSLException.class.getPackageName());
        }
    }

    private static Level<String> level(ValkeyConnection connection) {
        return new ValkeyLevel<>(
                "users", Texts.NOW, new Expiry(StoredLevelContract.LONG, new SecureRandom()), connection);
    }

    private static ValkeyConnection connection(StubServer front, SSLContext context) {
        return new ValkeyConnection(settings(front), context::getSocketFactory);
    }

    private static ValkeySettings settings(StubServer front) {
        return new ValkeySettings("127.0.0.1", front.port(), true, Optional.empty(), PATIENCE, PATIENCE);
    }

    private static StubServer front(SSLContext context, RealValkey server) {
        return new StubServer(plain -> {
            SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
            secured.setUseClientMode(false);
            Socket behind = new Socket("127.0.0.1", server.port());
            Thread.ofVirtual().start(() -> pass(behind, secured));
            pass(secured, behind);
        });
    }

    private static void pass(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException eitherSideLeft) {
            assert to.isClosed();
        }
    }

    /** A certificate for one name, and trust in it. */
    private SSLContext contextFor(String name) throws Exception {
        KeyStore keys = keys(name);
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private KeyStore keys(String name) throws Exception {
        Path file = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        (keytool + " -genkeypair -alias server -keyalg EC -dname CN=server -storetype PKCS12"
                                        + " -storepass changeit -ext san=" + name + " -keystore " + file)
                                .split(" "))
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
