package dev.warmpath.local.lambda;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace header that a function sees.
 *
 * <p>Lambda's own segments, which a function's segment names as its parent, are not made.
 *
 * @param active the function's tracing mode: Active, or else PassThrough
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">X-Ray
 *     tracing header</a>
 */
record Tracing(boolean active, Sampler sampler) {
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern ROOT = Pattern.compile("(?:^|;)\\s*Root=(1-[0-9a-fA-F]{8}-[0-9a-fA-F]{24})");
    private static final Pattern SAMPLED = Pattern.compile("(?:^|;)\\s*Sampled=([01])");

    Optional<String> headerFor(String callersHeader) {
        if (active) {
            return Optional.of(
                    "Root=" + root(callersHeader) + ";Parent=" + hex16() + ";Sampled=" + sampled(callersHeader));
        }
        return callersHeader.isBlank() ? Optional.empty() : Optional.of(callersHeader);
    }

    private static String root(String header) {
        Matcher root = ROOT.matcher(header);
        return root.find() ? root.group(1) : newRoot();
    }

    private String sampled(String header) {
        Matcher sampled = SAMPLED.matcher(header);
        return sampled.find() ? sampled.group(1) : sampler.sample() ? "1" : "0";
    }

    private static String newRoot() {
        int seconds = (int) Instant.now().getEpochSecond();
        int low = ThreadLocalRandom.current().nextInt();
        return "1-" + HEX.toHexDigits(seconds) + "-" + hex16() + HEX.toHexDigits(low);
    }

    private static String hex16() {
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
