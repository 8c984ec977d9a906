package dev.warmpath.env;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The one place that reads environment variables. */
public final class Env {
    private final Map<String, String> variables;
    private final List<String> faults = new ArrayList<>();

    private Env(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Reads settings from the environment of this process; see {@link #read(Map, Function)}. */
    public static <T> T read(Function<Env, T> settings) {
        return read(System.getenv(), settings);
    }

    /**
     * Reads settings. Inside the function a faulty variable reads as an empty string or as zero; its result is then dropped.
     *
     * @throws IllegalStateException naming every faulty variable, what was found and what is expected
     */
    public static <T> T read(Map<String, String> variables, Function<Env, T> settings) {
        Env env = new Env(variables);
        T result = settings.apply(env);
        if (!env.faults.isEmpty()) {
            throw new IllegalStateException("Environment: " + String.join("; ", env.faults));
        }
        return result;
    }

    /** Text that must be there. Messages never show it, so that it may be a secret. */
    public String required(String name) {
        String value = variables.getOrDefault(name, "");
        if (value.isBlank()) {
            faults.add(name + (variables.containsKey(name) ? " is blank" : " is missing") + ", expected some text");
        }
        return value;
    }

    /** Text that may be missing or empty, which reads as empty. Messages never show it, so that it may be a secret. */
    public String optional(String name) {
        return variables.getOrDefault(name, "");
    }

    /**
     * Text of a certain form that must be there. Messages show what was found.
     *
     * @param pattern a regular expression that matches the whole of it
     * @param expected says in words what the pattern asks for
     */
    public String matching(String name, String pattern, String expected) {
        String value = variables.get(name);
        if (value != null && value.matches(pattern)) {
            return value;
        }
        String found = value == null ? " is missing" : " is '" + value + "'";
        faults.add(name + found + ", expected " + expected);
        return "";
    }

    /** A whole number of seconds that must be there. Messages show what was found. */
    public Duration seconds(String name, long min, long max) {
        return Duration.ofSeconds(whole(name, min, max, "whole seconds"));
    }

    /** A whole number that must be there. Messages show what was found. */
    public int number(String name, int min, int max) {
        return (int) whole(name, min, max, "a whole number");
    }

    private long whole(String name, long min, long max, String what) {
        String value = variables.get(name);
        if (value != null && value.matches("\\d{1,9}")) {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        String found = value == null ? " is missing" : " is '" + value + "'";
        faults.add(name + found + ", expected " + what + " from " + min + " to " + max);
        return 0;
    }
}
