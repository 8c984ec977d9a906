/** Users and their profiles: one class per function, and what they share. */
package dev.warmpath.users;
