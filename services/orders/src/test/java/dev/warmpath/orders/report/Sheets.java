package dev.warmpath.orders.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads back a workbook as what it is: XML in a zip. */
final class Sheets {
    private static final Pattern ROW = Pattern.compile("<row [^>]*>(.*?)</row>");
    private static final Pattern CELL = Pattern.compile("<c [^>]*?(t=\"(\\w+)\")?>(?:<v>(.*?)</v>)?</c>");
    private static final Pattern STRING = Pattern.compile("<si><t[^>]*>(.*?)</t></si>");

    private final Map<String, String> parts;

    private Sheets(Map<String, String> parts) {
        this.parts = parts;
    }

    static Sheets of(byte[] workbook) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new Sheets(parts);
    }

    String part(String name) {
        return parts.get(name);
    }

    /** @param number of the sheet, from 1 */
    List<List<String>> rows(int number) {
        List<String> strings = STRING.matcher(part("xl/sharedStrings.xml"))
                .results()
                .map(found -> found.group(1))
                .toList();
        return ROW.matcher(part("xl/worksheets/sheet" + number + ".xml"))
                .results()
                .map(row -> CELL.matcher(row.group(1))
                        .results()
                        .map(cell -> value(cell, strings))
                        .toList())
                .toList();
    }

    private static String value(MatchResult cell, List<String> strings) {
        return "s".equals(cell.group(2)) ? strings.get(Integer.parseInt(cell.group(3))) : cell.group(3);
    }
}
