/** {@code ./warmpath bench front-door}: what the front door adds to a call. */
package dev.warmpath.bench.frontdoor;
