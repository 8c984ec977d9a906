package dev.warmpath.local.issuer;

import java.time.Duration;

/** A signed token with what the token endpoint says about it. */
public record AccessToken(String value, Duration lifetime, String scope) {}
