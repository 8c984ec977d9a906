/**
 * API Gateway's HTTP API on this machine.
 *
 * <p>A request passes {@link dev.warmpath.local.http.Gateway}'s server, is read once, and is then routed, throttled,
 * authorized, written as an event of payload format 2.0, handed to its function and answered from what that returns. A
 * step that refuses it throws the gateway's own answer.
 */
package dev.warmpath.local.http;
