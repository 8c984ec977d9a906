package dev.warmpath.local.template;

/**
 * A template that cannot be run: the message says in one sentence where the fault is, what it is and what is expected.
 *
 * <p>It starts with file, line and path, such as {@code template.yaml:42: Resources.GetUser.Properties.Timeout: …}.
 */
public final class TemplateException extends RuntimeException {
    TemplateException(String message) {
        super(message);
    }
}
