package dev.warmpath.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import javax.crypto.Mac;

/**
 * Loads what the first request of a client needs while the client is still being made, in another thread: Lambda gives
 * the initialization of a function more CPU than its invocations.
 *
 * <p>The list names the classes that the JVM loads between the first event and its answer, as
 * {@code -Xlog:class+load} shows them. A name that a new version of the SDK no longer has costs nothing.
 */
final class FirstRequest {
    private static final String LIST = "first-request.txt";
    private static final String SIGNING = "HmacSHA256";

    private FirstRequest() {}

    static void prepare() {
        Thread thread = new Thread(FirstRequest::load, "first-request");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        loadSigning();
        for (String name : classNames()) {
            loadAndVerify(name);
        }
    }

    /** The security providers of the JDK are slow to start. */
    private static void loadSigning() {
        try {
            Mac.getInstance(SIGNING);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime cannot sign requests: it lacks " + SIGNING, e);
        }
    }

    static List<String> classNames() {
        try (InputStream list = FirstRequest.class.getResourceAsStream(LIST);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.US_ASCII))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of classes " + LIST + " cannot be read", e);
        }
    }

    /**
     * Never runs static initializers, since two threads that run them in different orders can wait for each other
     * forever. Asking for the constructors makes the JVM verify the class, which is the greater part of the work.
     */
    private static boolean loadAndVerify(String name) {
        try {
            return Class.forName(name, false, FirstRequest.class.getClassLoader())
                            .getDeclaredConstructors()
                            .length
                    > 0;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
