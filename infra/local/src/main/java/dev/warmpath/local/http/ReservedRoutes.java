package dev.warmpath.local.http;

import java.util.Optional;

/** What the local run itself answers, under {@code /_warmpath/}; it has no CORS headers, so no page can read it. */
final class ReservedRoutes {
    private final IssuerRoutes issuer;
    private final InvokeRoute invoke;
    private final Optional<FrontDoorRoutes> frontDoor;

    ReservedRoutes(IssuerRoutes issuer, Controls controls) {
        this.issuer = issuer;
        this.invoke = new InvokeRoute(controls.direct());
        this.frontDoor = controls.frontDoor().map(FrontDoorRoutes::new);
    }

    static boolean areFor(ApiRequest request) {
        return request.segments().getFirst().equals(IssuerRoutes.PREFIX);
    }

    Answer answer(ApiRequest request) throws InterruptedException {
        if (invokes(request)) {
            return invoke.answer(request);
        }
        boolean forFrontDoor = frontDoor.isPresent() && request.path().startsWith(FrontDoorRoutes.PATH);
        return forFrontDoor ? frontDoor.get().answer(request) : issuer.answer(request);
    }

    private static boolean invokes(ApiRequest request) {
        return request.segments().size() == 3 && request.segments().get(1).equals(InvokeRoute.SEGMENT);
    }
}
