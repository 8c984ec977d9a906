package dev.warmpath.local.lambda;

import java.time.Instant;
import java.util.Optional;

/** One invocation as the runtime client receives it. */
record Event(String requestId, String functionArn, Optional<String> traceHeader, Instant deadline, byte[] payload) {}
