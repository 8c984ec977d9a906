/** What the tests of several services use: events, a context, and the real engines. */
package dev.warmpath.testing;
