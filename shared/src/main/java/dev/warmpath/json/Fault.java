package dev.warmpath.json;

/**
 * One thing wrong with a JSON document.
 *
 * @param pointer JSON pointer (RFC 6901) of the faulty value; empty for the document as a whole
 * @param detail what is wrong and what would be right; never the value itself
 */
public record Fault(String pointer, String detail) {}
