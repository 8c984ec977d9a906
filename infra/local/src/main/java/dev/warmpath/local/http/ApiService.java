package dev.warmpath.local.http;

import dev.warmpath.local.lambda.Invocation;
import dev.warmpath.local.template.HttpApi;
import java.util.List;
import java.util.Optional;

/** One HTTP API: from a request to its answer. */
final class ApiService {
    private static final String DEFAULT_STAGE = "$default";

    private final String stage;
    private final Router router;
    private final Optional<Cors> cors;
    private final Throttles throttles;
    private final Authorizers authorizers;
    private final Integration integration;

    ApiService(HttpApi api, Throttles throttles, Authorizers authorizers, Integration integration) {
        this.stage = api.stage();
        this.router = new Router(api.routes());
        this.cors = api.cors().map(Cors::new);
        this.throttles = throttles;
        this.authorizers = authorizers;
        this.integration = integration;
    }

    Answer answer(ApiRequest request, Progress progress) throws InterruptedException {
        Optional<Answer> preflight = cors.flatMap(c -> c.preflight(request));
        if (preflight.isPresent()) {
            return preflight.get();
        }
        Answer answer = serveOrRefuse(request, progress);
        return cors.map(c -> c.apply(request, answer)).orElse(answer);
    }

    private Answer serveOrRefuse(ApiRequest request, Progress progress) throws InterruptedException {
        try {
            return serve(request, progress);
        } catch (Refusal refusal) {
            progress.failed(refusal.getMessage());
            return refusal.answer();
        }
    }

    private Answer serve(ApiRequest request, Progress progress) throws Refusal, InterruptedException {
        Router.Match match = match(request).orElseThrow(Refusal::notFound);
        progress.matched(match.route());
        throttles.admit(match.route());
        Optional<Caller> caller = authorizers.authorize(match.route(), request);
        byte[] event = new ProxyEvent(request, match, caller, stage).toJson();
        progress.invoking();
        Invocation invocation = integration.invoke(match.route().function(), request.traceHeader(), event);
        progress.invoked(invocation);
        return ProxyResponse.read(Integration.payload(invocation));
    }

    /** A stage with a name of its own is the first segment of every path. */
    private Optional<Router.Match> match(ApiRequest request) {
        List<String> segments = request.segments();
        if (stage.equals(DEFAULT_STAGE)) {
            return router.find(request.method(), segments);
        }
        List<String> rest = segments.size() > 1 ? segments.subList(1, segments.size()) : List.of("");
        return segments.getFirst().equals(stage) ? router.find(request.method(), rest) : Optional.empty();
    }
}
