package dev.warmpath.local.http;

import java.util.Optional;

/** What the local run itself answers, under {@code /_warmpath/}. */
final class ReservedRoutes {
    private final IssuerRoutes issuer;
    private final Optional<FrontDoorRoutes> frontDoor;

    ReservedRoutes(IssuerRoutes issuer, Optional<FrontDoorRoutes> frontDoor) {
        this.issuer = issuer;
        this.frontDoor = frontDoor;
    }

    static boolean areFor(ApiRequest request) {
        return request.segments().getFirst().equals(IssuerRoutes.PREFIX);
    }

    Answer answer(ApiRequest request) {
        boolean forFrontDoor = frontDoor.isPresent() && request.path().startsWith(FrontDoorRoutes.PATH);
        return forFrontDoor ? frontDoor.get().answer(request) : issuer.answer(request);
    }
}
