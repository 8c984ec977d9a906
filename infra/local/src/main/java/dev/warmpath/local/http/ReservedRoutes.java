package dev.warmpath.local.http;

/** What the local run itself answers, under {@code /_warmpath/}; it has no CORS headers, so no page can read it. */
final class ReservedRoutes {
    private final IssuerRoutes issuer;
    private final InvokeRoute invoke;

    ReservedRoutes(IssuerRoutes issuer, InvokeRoute invoke) {
        this.issuer = issuer;
        this.invoke = invoke;
    }

    static boolean areFor(ApiRequest request) {
        return request.segments().getFirst().equals(IssuerRoutes.PREFIX);
    }

    Answer answer(ApiRequest request) throws InterruptedException {
        boolean invokes =
                request.segments().size() == 3 && request.segments().get(1).equals(InvokeRoute.SEGMENT);
        return invokes ? invoke.answer(request) : issuer.answer(request);
    }
}
