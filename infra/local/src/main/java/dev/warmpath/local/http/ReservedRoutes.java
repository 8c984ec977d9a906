package dev.warmpath.local.http;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** What the local run itself answers, under {@code /_warmpath/}; it has no CORS headers, so no page can read it. */
final class ReservedRoutes {
    private static final String ENDPOINTS_PATH = "/" + IssuerRoutes.PREFIX + "/endpoints";

    private final IssuerRoutes issuer;
    private final InvokeRoute invoke;
    private final Optional<FrontDoorRoutes> frontDoor;
    private final Map<String, String> endpoints;

    ReservedRoutes(IssuerRoutes issuer, Controls controls) {
        this.issuer = issuer;
        this.invoke = new InvokeRoute(controls.direct());
        this.frontDoor = controls.frontDoor().map(FrontDoorRoutes::new);
        this.endpoints = controls.endpoints();
    }

    static boolean areFor(ApiRequest request) {
        return request.segments().getFirst().equals(IssuerRoutes.PREFIX);
    }

    Answer answer(ApiRequest request) throws InterruptedException {
        if (invokes(request)) {
            return invoke.answer(request);
        }
        if (frontDoor.isPresent() && request.path().startsWith(FrontDoorRoutes.PATH)) {
            return frontDoor.get().answer(request);
        }
        boolean asksForEndpoints =
                request.method().equals("GET") && request.path().equals(ENDPOINTS_PATH);
        return asksForEndpoints ? endpoints() : issuer.answer(request);
    }

    private static boolean invokes(ApiRequest request) {
        return request.segments().size() == 3 && request.segments().get(1).equals(InvokeRoute.SEGMENT);
    }

    private Answer endpoints() {
        try {
            return Answer.of(200, "application/json", JSON.std.asBytes(endpoints));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
