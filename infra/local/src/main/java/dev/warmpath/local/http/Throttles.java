package dev.warmpath.local.http;

import dev.warmpath.local.template.HttpApi;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The token bucket of each throttled route: its own limit, or else one of the API's default limit. */
final class Throttles {
    private final Map<String, TokenBucket> byRouteKey = new HashMap<>();

    Throttles(HttpApi api, LongSupplier nanoClock) {
        for (HttpApi.Route route : api.routes()) {
            Optional.ofNullable(api.routeThrottles().get(route.key()))
                    .or(api::throttle)
                    .ifPresent(limit -> byRouteKey.put(route.key(), new TokenBucket(limit, nanoClock)));
        }
    }

    /** @throws Refusal if the route has had more requests than its limit allows */
    void admit(HttpApi.Route route) throws Refusal {
        TokenBucket bucket = byRouteKey.get(route.key());
        if (bucket != null && !bucket.tryTake()) {
            throw Refusal.tooManyRequests();
        }
    }
}
