package dev.warmpath.local.frontdoor;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Stands between functions and the engines: passes AWS calls on and counts them; delays them and lets them fail where told to,
 * at any time while it runs.
 *
 * <p>Each service has a loopback port, and each function a path on it, by which its calls are told from others'. Its threads are
 * daemons.
 */
public final class FrontDoor implements AutoCloseable {
    private final Control control;
    private final Map<String, Door> doors = new LinkedHashMap<>();

    private FrontDoor(Control control) {
        this.control = control;
    }

    /** @param errors told once when an engine stops to answer, until it answers again */
    public static FrontDoor open(List<Service> services, Consumer<Throwable> errors) throws IOException {
        return open(services, errors, InstantSource.system(), Latencies::park);
    }

    /**
     * As {@link #open(List, Consumer)}, in another time.
     *
     * @param clock by which rules end
     * @param pause returns after the given time
     */
    static FrontDoor open(
            List<Service> services, Consumer<Throwable> errors, InstantSource clock, Consumer<Duration> pause)
            throws IOException {
        FrontDoor opened =
                new FrontDoor(new Control(new Calls(), new Capacity(), new Rules(clock), new Latencies(pause), errors));
        try {
            for (Service service : services) {
                opened.doors.put(service.name(), Door.open(service, opened.control));
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * Where a function calls a service, as the value of {@code AWS_ENDPOINT_URL_DYNAMODB} and its like.
     *
     * @param function counted as the caller
     * @throws IllegalArgumentException if there is no such service
     */
    public String endpoint(String service, String function) {
        Door door = doors.get(service);
        if (door == null) {
            throw new IllegalArgumentException(
                    "There is no service " + service + "; there are " + doors.keySet() + ".");
        }
        return "http://127.0.0.1:" + door.port() + "/" + function;
    }

    /** Names of the services behind it. */
    public Set<String> services() {
        return doors.keySet();
    }

    public Calls calls() {
        return control.calls();
    }

    /** What calls consumed, once it is told to measure that. */
    public Capacity capacity() {
        return control.capacity();
    }

    public Rules rules() {
        return control.rules();
    }

    public Latencies latencies() {
        return control.latencies();
    }

    /** Ends all connections. */
    @Override
    public void close() throws IOException {
        for (Door door : doors.values()) {
            door.close();
        }
    }
}
