/** Event patterns, with which event source mappings choose their records. */
package dev.warmpath.local.filter;
