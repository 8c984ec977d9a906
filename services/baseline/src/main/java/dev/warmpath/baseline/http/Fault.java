package dev.warmpath.baseline.http;

public record Fault(String pointer, String detail) {}
