/** Invocations that no HTTP request asks for: those of event sources, of schedules and of a person at the keyboard. */
package dev.warmpath.local.events;
