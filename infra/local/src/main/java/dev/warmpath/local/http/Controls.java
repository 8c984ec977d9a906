package dev.warmpath.local.http;

import dev.warmpath.local.frontdoor.FrontDoor;
import java.util.Map;
import java.util.Optional;

/**
 * What programs on this machine may do with a local run, beside calling its API.
 *
 * @param direct functions that they may invoke
 * @param frontDoor whose calls they may count, delay and fail
 * @param endpoints where the engines answer them, by service
 */
public record Controls(DirectInvocations direct, Optional<FrontDoor> frontDoor, Map<String, String> endpoints) {}
