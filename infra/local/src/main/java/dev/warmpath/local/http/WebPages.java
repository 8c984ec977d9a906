package dev.warmpath.local.http;

import java.util.regex.Pattern;

/** Tells requests of web pages from those of programs on this machine, which alone may use the reserved paths. */
final class WebPages {
    private static final Pattern LOOPBACK = Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");

    private WebPages() {}

    /** A page's requests carry its origin; a name that was rebound to this machine shows as a foreign host. */
    static boolean sent(ApiRequest request) {
        return request.header("origin").isPresent()
                || !LOOPBACK.matcher(request.header("host").orElse("")).matches();
    }
}
