/** Schedule expressions of EventBridge. */
package dev.warmpath.local.schedule;
