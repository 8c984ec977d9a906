/** Demo users and products for an API that runs: what they are, and how they get into it. */
package dev.warmpath.local.seed;
