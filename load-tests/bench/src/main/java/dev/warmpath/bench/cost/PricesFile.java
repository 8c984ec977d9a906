package dev.warmpath.bench.cost;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The YAML of a region's prices. */
final class PricesFile {
    private static final String PRICES = "prices";

    private final Path file;

    PricesFile(Path file) {
        this.file = file;
    }

    Prices read() {
        Map<?, ?> root = mapping(load(), "the file");
        Map<?, ?> prices = mapping(root.get(PRICES), PRICES);
        refuseUnknown(prices);
        Map<Rate, Price> byRate = new EnumMap<>(Rate.class);
        for (Rate rate : Rate.values()) {
            byRate.put(rate, price(prices.get(rate.key()), PRICES + "." + rate.key()));
        }
        return new Prices(text(root, "region", ""), byRate);
    }

    private Object load() {
        try {
            return new Load(LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidPricesException(
                    "%s cannot be read; name a file like load-tests/prices/us-east-1.yaml.".formatted(file), e);
        } catch (YamlEngineException e) {
            throw new InvalidPricesException("%s is no YAML: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** A misspelt key would otherwise be reported as a missing one, or not at all. */
    private void refuseUnknown(Map<?, ?> prices) {
        List<String> known = Rate.keys();
        for (Object key : prices.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw wrong(PRICES + "." + key, "is unknown; the keys are " + String.join(", ", known));
            }
        }
    }

    private Price price(Object node, String place) {
        Map<?, ?> entry = mapping(node, place);
        return new Price(
                number(entry, "dollars", place, 0),
                number(entry, "per", place, Double.MIN_VALUE),
                text(entry, "unit", place),
                date(entry, place),
                source(entry, place));
    }

    private Map<?, ?> mapping(Object node, String place) {
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(place, node == null ? "is missing" : "must be a mapping of keys to values");
    }

    private double number(Map<?, ?> entry, String key, String place, double least) {
        if (entry.get(key) instanceof Number number
                && number.doubleValue() >= least
                && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(inside(place, key), least > 0 ? "must be a number above 0" : "must be a number of 0 or more");
    }

    private String text(Map<?, ?> entry, String key, String place) {
        if (entry.get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw wrong(inside(place, key), "must be a text");
    }

    private String date(Map<?, ?> entry, String place) {
        try {
            return LocalDate.parse(text(entry, "date", place)).toString();
        } catch (DateTimeException e) {
            throw new InvalidPricesException(
                    said(inside(place, "date"), "must be the day it was looked up, such as 2026-11-20"), e);
        }
    }

    private String source(Map<?, ?> entry, String place) {
        String source = text(entry, "source", place);
        try {
            if ("https".equals(new URI(source).getScheme())) {
                return source;
            }
        } catch (URISyntaxException e) {
            throw new InvalidPricesException(said(inside(place, "source"), "is no address of a page"), e);
        }
        throw wrong(inside(place, "source"), "must be the https address of the page that states it");
    }

    private static String inside(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    private InvalidPricesException wrong(String place, String what) {
        return new InvalidPricesException(said(place, what));
    }

    private String said(String place, String what) {
        return "%s: %s %s.".formatted(file, place, what);
    }
}
