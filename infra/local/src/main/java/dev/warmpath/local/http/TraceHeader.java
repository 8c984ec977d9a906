package dev.warmpath.local.http;

import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The {@code X-Amzn-Trace-Id} header.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-services-apigateway.html">API Gateway adds a
 *     trace id to requests that have none</a>
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">its
 *     format</a>
 */
final class TraceHeader {
    static final String NAME = "x-amzn-trace-id";

    private static final Pattern WITH_ROOT = Pattern.compile("(?:.*;)?\\s*Root=1-[0-9a-f]{8}-[0-9a-f]{24}(?:;.*)?");

    private TraceHeader() {}

    /** The caller's header where it names a root, else a new one. */
    static String of(String fromCaller, Instant now) {
        return fromCaller != null && WITH_ROOT.matcher(fromCaller).matches() ? fromCaller : create(now);
    }

    private static String create(Instant now) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "Root=1-"
                + hex.toHexDigits((int) now.getEpochSecond())
                + "-"
                + hex.toHexDigits(random.nextLong())
                + hex.toHexDigits(random.nextInt());
    }
}
