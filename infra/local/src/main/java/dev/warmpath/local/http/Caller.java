package dev.warmpath.local.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls, as the JWT authorizer found.
 *
 * @param claims of the verified token, as JSON gives them
 * @param scopes of the token, empty on routes that ask for none
 */
record Caller(Map<String, Object> claims, Optional<List<String>> scopes) {}
