/**
 * Independent calls at the same time, within the time that is left.
 *
 * <p>Problem: calls one after the other take the sum of their times. Threads started by hand are left running when one of
 * them fails or the invocation ends, their log lines name no request, and their traces have no parent.
 *
 * <p>Use: {@code List<Page> pages = FanOut.all(request.deadline(), List.of(() -> page(0), () -> page(1)));}
 *
 * <p>Needs: {@link dev.warmpath.deadline}, {@link dev.warmpath.telemetry}.
 */
package dev.warmpath.concurrent;
