package dev.warmpath.local.http;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The content types whose bodies reach the function as text; all others, forms and a missing type among them, arrive in
 * Base64.
 *
 * <p>AWS documents that binary bodies are encoded, and not which types are binary: this is the split that was measured
 * on API Gateway.
 *
 * @see <a href="https://github.com/ministackorg/ministack/pull/766">the measurement</a>
 */
final class TextTypes {
    private static final Set<String> APPLICATION =
            Set.of("application/json", "application/xml", "application/javascript");

    private TextTypes() {}

    static boolean include(Optional<String> contentType) {
        String type = contentType.orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || APPLICATION.contains(type);
    }
}
