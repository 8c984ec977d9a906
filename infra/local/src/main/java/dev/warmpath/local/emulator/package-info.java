/** An emulator of AWS that runs already, in the place of the engines that a run would start. */
package dev.warmpath.local.emulator;
